import { inWords } from "../../analysis/in-words";
import type { MoreFigures } from "../../analysis/more-figures";
import type { Estimate } from "../../stats/generalizability/variance-share";
import { MINIMUMS } from "../../stats/minimums";
import { type Interval, mapOutcome, type Outcome } from "../../stats/outcome";
import { printRasch } from "./terminal-rasch";

const MOST_ROWS = 40;

/** What the report's own shape has no place for, after it. */
export function printMore(more: MoreFigures, write: (line: string) => void): void {
  write("");
  write("This panel as it was");
  const { panelNow, panelRedrawn, single, dimensionsRandom, halo } = more;
  const redrawn = panelRedrawn?.ok ? `; by redrawing it: ${between(panelRedrawn.value.interval)}` : "";
  write(`  reliability of the raw means, whoever saw whom: ${told(panelNow)}${redrawn}`);
  write(`  one interviewer's view alone, as a score:       ${told(mapOutcome(single, (of) => of.absolute))}`);
  write(
    `  the same, for the order it gives:               ${told(mapOutcome(single, (of) => of.consistency))}`,
  );
  if (dimensionsRandom !== null) {
    write(`  four interviewers, dimensions taken as a sample of many: ${told(dimensionsRandom)}`);
  }
  if (halo !== null) {
    write(`  of what an interviewer adds to a sheet, alike on every dimension (halo): ${told(halo)}`);
  }
  printRasch(more.rasch, write);
  printComplete(more, write);
  printSides(more, write);
}

function printComplete({ complete }: MoreFigures, write: (line: string) => void): void {
  if (complete.length === 0) return;
  write("");
  write("Only candidates whom every interviewer saw");
  for (const { dimension, single, concordance } of complete) {
    write(`  ${dimension}`);
    write(`    ICC(A,1)    ${single.ok ? intraclass(single.value) : inWords(single.detail)}`);
    write(
      `    Kendall's W ${concordance.ok ? agreementOnOrder(concordance.value) : inWords(concordance.detail)}`,
    );
  }
}

function intraclass({
  estimate,
  test,
  units,
}: Extract<MoreFigures["complete"][number]["single"], { ok: true }>["value"]) {
  const interval = test.ok ? test.value.interval.map((end) => end.toFixed(3)).join(", ") : "no interval";
  const sign = estimate < 0 ? "; no reliable differences between candidates" : "";
  return `${estimate.toFixed(3)} [${interval}], ${units} candidates${sign}`;
}

/** Few candidates: the chi-square of W is no test, the F approximation is. */
function agreementOnOrder({
  corrected,
  f,
  units,
}: Extract<MoreFigures["complete"][number]["concordance"], { ok: true }>["value"]) {
  const p = units < MINIMUMS.kendallChiSquareUnits ? (f.ok ? f.value.p : null) : corrected.p;
  return `${corrected.w.toFixed(3)} (ties allowed for${p === null ? "" : `; p ${p.toPrecision(2)}`}), ${units} candidates`;
}

function printSides({ sides }: MoreFigures, write: (line: string) => void): void {
  if (sides.length === 0) return;
  write("");
  write("Which side of the middle (quality is folded a rating at a time)");
  for (const { candidate, summary } of sides.slice(0, MOST_ROWS)) {
    const opposite = summary.oppositePairs.ok ? summary.oppositePairs.value : 0;
    const split = opposite > 0 ? `   opposite sides in ${Math.round(100 * opposite)} % of pairs` : "";
    write(
      `  ${candidate.padEnd(24)} below ${summary.below}, middle ${summary.middle}, above ${summary.above}   quality ${summary.quality.toFixed(2)}   mean position ${summary.direction.toFixed(2)}${split}`,
    );
  }
  if (sides.length > MOST_ROWS) write(`  ... and ${sides.length - MOST_ROWS} more`);
}

function told(figure: Outcome<Estimate>): string {
  return figure.ok ? estimated(figure.value) : `not available: ${inWords(figure.detail)}`;
}

/** With its interval, or the word that there is none. */
export function estimated({ estimate, interval }: Estimate): string {
  return `${estimate.toFixed(3)} ${interval.ok ? between(interval.value) : "(no interval)"}`;
}

function between(interval: Interval): string {
  return `[${interval.map((end) => end.toFixed(3)).join(", ")}]`;
}
