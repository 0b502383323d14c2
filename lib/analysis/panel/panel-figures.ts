import { buildWholeReport } from "../build-report";
import type { AnalysisOptions } from "../options";
import { type Prepared, prepare } from "../prepare";
import type { Table } from "../table";
import { dimensionFigures } from "./dimension-figures";
import { driftFigures } from "./drift-figures";
import { firstSheets } from "./first-sheets";
import { linkFigures } from "./link-figures";
import { metPairs } from "./met-pairs";
import { type DimensionFigures, type PanelFigures, type PanelMissing, told } from "./panel-shape";
import { haloFigures, rangeFigures } from "./person-figures";
import { severityFigures } from "./severity-figures";

/**
 * Every figure of a panel sheet, from a table of ratings: the report of `analyze` and what a sheet adds to it.
 * Of several sheets one person filled in on one candidate, the first speaks.
 */
export function panelFigures(
  all: Table,
  options: AnalysisOptions,
  progress: (what: string) => void,
): PanelFigures {
  const table = firstSheets(all);
  const { report, planned } = buildWholeReport(table, options, progress);
  progress("panel figures");
  const prepared = prepare(table, options);
  const pairs = metPairs(table);
  const dimensions = report.agreement.map((each, d) => dimensionFigures(prepared, d, each));
  const severities = severityFigures(pairs, table.raters, report.raters);
  const use = levelUse(prepared, dimensions);
  const halo = haloFigures(prepared);
  const range = rangeFigures(prepared);
  const drift = driftFigures(prepared, pairs, severities);
  return {
    ratings: table.score.length,
    candidates: table.candidates.length,
    dimensions,
    raters: table.raters.map((rater, j) => ({
      rater,
      candidates: prepared.pairs.candidatesOfRater[j] ?? 0,
      sharedCandidates: severities[j]?.sharedCandidates ?? 0,
      use: use[j] ?? [],
      severity: severities[j]?.severity ?? NOTHING,
      halo: halo[j] ?? NOTHING,
      range: range.perRater[j] ?? NOTHING,
      drift: drift[j] ?? NOTHING,
    })),
    poolSlope: range.poolSlope,
    links: linkFigures(pairs, table),
    panelSize: {
      phi: told(planned.points, (points) =>
        points.map(({ raters, absolute }) => ({
          interviewers: raters,
          phi: absolute.estimate,
          interval: told(absolute.interval, (ends) => ends),
        })),
      ),
      for80: told(planned.for80, ({ estimate, interval }) => ({
        estimate,
        interval: told(interval, (ends) => ends),
      })),
      now: table.candidates.length === 0 ? null : pairs.unit.length / table.candidates.length,
    },
    warnings: report.warnings,
  };
}

const NOTHING: PanelMissing = { undefined: "no-ratings", detail: "There are no ratings." };

/** By rater and dimension, how often each level was given. */
function levelUse({ table }: Prepared, dimensions: readonly DimensionFigures[]): number[][][] {
  const use = table.raters.map(() => dimensions.map(({ levels }) => Array<number>(levels.length).fill(0)));
  const places = dimensions.map(({ levels }) => new Map(levels.map((level, place) => [level, place])));
  for (let at = 0; at < table.score.length; at++) {
    const d = table.dimension[at] ?? 0;
    const place = places[d]?.get(table.score[at] ?? 0);
    const counts = use[table.rater[at] ?? 0]?.[d];
    if (counts && place !== undefined) counts[place] = (counts[place] ?? 0) + 1;
  }
  return use;
}
