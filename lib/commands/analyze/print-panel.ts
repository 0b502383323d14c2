import { isUntold, type PanelFigures, type Told } from "../../analysis/panel/panel-shape";

/** A panel sheet's figures for a person at a terminal: one line a figure. */
export function printPanel(figures: PanelFigures, write: (line: string) => void): void {
  write(
    `${figures.ratings} ratings of ${figures.candidates} candidates by ${figures.raters.length} interviewers`,
  );
  for (const each of figures.dimensions) {
    write("");
    write(`${each.dimension}, ${each.units} candidates scored by two or more`);
    write(`  same mark          ${shown(each.percentAgreement)}`);
    write(`  within one point   ${shown(each.withinOne)}`);
    write(`  alpha              ${isUntold(each.alpha) ? each.alpha.detail : shown(each.alpha.estimate)}`);
    write(`  points apart       ${each.spread.map((n, points) => `${points}: ${n}`).join("  ") || "-"}`);
  }
  for (const { rater, candidates, sharedCandidates, severity } of figures.raters) {
    write("");
    write(`${rater}: ${candidates} candidates, ${sharedCandidates} shared`);
    write(
      `  severity           ${isUntold(severity) ? severity.detail : `${shown(severity.estimate)} +- ${shown(severity.se)}, ${severity.verdict}`}`,
    );
  }
  write("");
  for (const warning of figures.warnings) write(`- ${warning}`);
}

function shown(figure: Told<number>): string {
  return isUntold(figure) ? figure.detail : figure.toFixed(3);
}
