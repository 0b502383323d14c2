import { completeTable } from "../stats/agreement/complete-table";
import { type Icc, icc } from "../stats/agreement/icc";
import { type KendallW, kendallW } from "../stats/agreement/kendall-w";
import { twoWayAnova } from "../stats/agreement/two-way-anova";
import { type BipolarSummary, bipolarSummary } from "../stats/bipolar/bipolar-summary";
import { dStudy } from "../stats/generalizability/d-study";
import { panelReliability } from "../stats/generalizability/panel-reliability";
import { ratersPerUnit } from "../stats/generalizability/raters-per-unit";
import { MINIMUMS } from "../stats/minimums";
import { mapOutcome, type Outcome, undefinedFor } from "../stats/outcome";
import { type Ratings, scoresByUnit } from "../stats/ratings";
import { ratingsOfDimension } from "./agreement";
import type { ModelFigures, VarianceIntervals } from "./model-figures";
import type { AnalysisOptions } from "./options";
import { foldQuality, type Prepared } from "./prepare";

/** What a reader at a terminal gets beside the report, whose own shape is fixed. */
export interface MoreFigures {
  /** 95 % intervals of the variances, by the report's names. */
  readonly variances: VarianceIntervals;
  /** Places each candidate may hold, by name; null where the table is too large to compare pairs. */
  readonly places: ReadonlyMap<string, readonly [best: number, worst: number]> | null;
  /** Reliability of the raw means of this panel, whoever saw whom: G(q, k). */
  readonly panelNow: Outcome<number>;
  /** Phi with the dimensions taken as a sample of many; null with one dimension. */
  readonly dimensionsRandom: Outcome<number> | null;
  /** The classical coefficients of candidates whom every interviewer saw, dimension by dimension. */
  readonly complete: readonly CompleteFigures[];
  /** Both sides of the bipolar dimension, candidate by candidate. */
  readonly sides: readonly { readonly candidate: string; readonly summary: BipolarSummary }[];
}

export interface CompleteFigures {
  readonly dimension: string;
  readonly single: Outcome<Icc>;
  readonly concordance: Outcome<KendallW>;
}

/** Tables of more cells are not the small complete ones these coefficients are for. */
const MOST_CELLS = 1_000_000;

/** The interviewers a candidate that dimensions-random reliability is said for. */
const USUAL_PANEL = 4;

export function moreFigures(
  prepared: Prepared,
  options: AnalysisOptions,
  fit: Outcome<ModelFigures>,
): MoreFigures {
  const { table, ratings } = prepared;
  const intervals = fit.ok ? fit.value.rankInterval : null;
  const names = table.dimensions.length < 2 ? [table.dimensions[0] ?? "all"] : table.dimensions;
  return {
    variances: fit.ok ? fit.value.intervals() : {},
    places:
      intervals === null
        ? null
        : new Map(
            table.candidates.map((name, i) => [name, [intervals.best[i] ?? 0, intervals.worst[i] ?? 0]]),
          ),
    panelNow: panelNow(ratings, fit),
    dimensionsRandom:
      fit.ok && fit.value.dimensions > 1
        ? mapOutcome(
            dStudy(fit.value.components, fit.value.dimensions, USUAL_PANEL, "random"),
            ({ absolute }) => absolute,
          )
        : null,
    complete:
      ratings.units * ratings.raters > MOST_CELLS
        ? []
        : names.flatMap((dimension, d) => completeOf(dimension, ratingsOfDimension(prepared, d))),
    sides: sidesOf(prepared, options),
  };
}

/** G(q, k) of the composite, dimensions fixed. */
function panelNow(ratings: Ratings, fit: Outcome<ModelFigures>): Outcome<number> {
  if (!fit.ok) return fit;
  const { components: v, dimensions: d } = fit.value;
  const unit = v.unit + v.unitDimension / d;
  if (!(unit > 0)) return undefinedFor("no-variation", "The variance of candidates is estimated as 0.");
  const shape = ratersPerUnit(ratings);
  if (!shape.ok) return shape;
  const rater = v.rater + v.raterDimension / d;
  return panelReliability({ unit, rater, residual: v.unitRater + v.residual / d }, shape.value);
}

/** Nothing at all where no candidate was seen by everybody: most panels are sparse. */
function completeOf(dimension: string, ratings: Ratings): CompleteFigures[] {
  const table = Array.from({ length: ratings.units }, () =>
    new Array<number | null>(ratings.raters).fill(null),
  );
  for (let at = 0; at < ratings.score.length; at++) {
    const row = table[ratings.unit[at] ?? 0];
    if (row) row[ratings.rater[at] ?? 0] = ratings.score[at] ?? null;
  }
  const found = completeTable(table);
  if (!found.ok) return [];
  const { n, k } = found.value;
  const enough = (units: number, raters: number, name: string): Outcome<never> | null => {
    const detail = `${name} needs ${units} candidates whom ${raters} interviewers or more all saw; there are ${n} and ${k}.`;
    if (n < units) return undefinedFor("too-few-units", detail, units - n);
    return k < raters ? undefinedFor("too-few-raters", detail, raters - k) : null;
  };
  return [
    {
      dimension,
      single: enough(MINIMUMS.iccUnits, MINIMUMS.iccRaters, "ICC") ?? icc(twoWayAnova(found.value), "ICC2"),
      concordance:
        enough(MINIMUMS.kendallUnits, MINIMUMS.kendallRaters, "Kendall's W") ?? kendallW(found.value),
    },
  ];
}

function sidesOf(prepared: Prepared, { fold }: AnalysisOptions): MoreFigures["sides"] {
  const { table, bipolar } = prepared;
  if (bipolar < 0) return [];
  const byUnit = scoresByUnit(ratingsOfDimension(prepared, bipolar));
  return table.candidates.flatMap((candidate, i) => {
    const found = bipolarSummary(byUnit[i] ?? [], (x) => foldQuality(x, fold));
    return found.ok ? [{ candidate, summary: found.value }] : [];
  });
}
