import { components } from "../../stats/connectedness/components";
import { sharedUnits } from "../../stats/connectedness/shared-units";
import { normalQuantile } from "../../stats/distributions";
import { severityFlags } from "../../stats/rater-effects/severity-flags";
import type { Ratings } from "../../stats/ratings";
import { isMissing, type Maybe, type RaterReport } from "../report-shape";
import type { PanelMissing, SeverityFigure, Told } from "./panel-shape";
import { told } from "./panel-shape";

/** Two-sided 95 %. */
const REACH = normalQuantile(0.975);

export interface RaterSeverity {
  readonly sharedCandidates: number;
  readonly severity: Told<SeverityFigure>;
}

/**
 * Each rater's severity with its interval and the word that goes with it, in the table's order.
 * @param pairs who met whom, dimensions counted once
 * @param rows the report's raters, in any order
 */
export function severityFigures(
  pairs: Ratings,
  raters: readonly string[],
  rows: readonly RaterReport[],
): RaterSeverity[] {
  const shared = sharedUnits(pairs);
  const linked = components(pairs);
  const byName = new Map(rows.map((row) => [row.rater, row]));
  const found = raters.map((rater, place) => {
    const row = byName.get(rater);
    const severity = row?.severity;
    return {
      row,
      estimate: typeof severity === "number" ? severity : 0,
      standardError: typeof row?.se === "number" ? row.se : 0,
      sharedUnits: shared[place] ?? 0,
      // Groups are numbered by size: 0 is the one that most stand in.
      linked: linked.ok && linked.value.ofRater[place] === 0,
    };
  });
  const flags = severityFlags(found);
  return found.map(({ row, estimate, standardError: se, sharedUnits: sharedCandidates }, place) => {
    const flag = flags[place];
    const why = row ? (missingIn(row.severity) ?? missingIn(row.se)) : null;
    if (!flag || why) return { sharedCandidates, severity: why ?? NOTHING };
    const severity = told(
      flag,
      ({ verdict }): SeverityFigure => ({
        estimate,
        se,
        interval: [estimate - REACH * se, estimate + REACH * se],
        verdict,
      }),
    );
    return { sharedCandidates, severity };
  });
}

const NOTHING: PanelMissing = { undefined: "no-ratings", detail: "There are no ratings." };

function missingIn(figure: Maybe<unknown>): PanelMissing | null {
  return isMissing(figure) ? figure : null;
}
