import { completeTable } from "../stats/agreement/complete-table";
import { type Icc, icc } from "../stats/agreement/icc";
import { type KendallW, kendallW } from "../stats/agreement/kendall-w";
import { twoWayAnova } from "../stats/agreement/two-way-anova";
import { type BipolarSummary, bipolarSummary } from "../stats/bipolar/bipolar-summary";
import { coRaters } from "../stats/connectedness/co-raters";
import { type BootstrapInterval, bootstrapInterval } from "../stats/generalizability/bootstrap-interval";
import { dStudy, haloShare } from "../stats/generalizability/d-study";
import { panelReliability, singleRatingReliability } from "../stats/generalizability/panel-reliability";
import { ratersPerUnit } from "../stats/generalizability/raters-per-unit";
import type { Estimate } from "../stats/generalizability/variance-share";
import type { VarianceStudy } from "../stats/generalizability/variance-study";
import { MINIMUMS } from "../stats/minimums";
import { mapOutcome, type Outcome, type Undefined, undefinedFor } from "../stats/outcome";
import { seededRandom } from "../stats/random";
import { type Ratings, scoresByUnit } from "../stats/ratings";
import { ratingsOfDimension } from "./agreement";
import { type AgreementMore, moreAgreement } from "./agreement-more";
import type { ModelFigures, VarianceIntervals } from "./model-figures";
import type { AnalysisOptions } from "./options";
import { foldQuality, type Prepared } from "./prepare";
import { type RaschFigures, raschFigures } from "./rasch-figures";
import type { AgreementReport } from "./report-shape";

/** What a reader at a terminal gets beside the report, whose own shape is fixed. */
export interface MoreFigures {
  /** 95 % intervals of the variances, by the report's names. */
  readonly variances: VarianceIntervals;
  /** Places each candidate may hold, by name; null where the table is too large to compare pairs. */
  readonly places: ReadonlyMap<string, readonly [best: number, worst: number]> | null;
  /** Reliability of the raw means of this panel, whoever saw whom: G(q, k). */
  readonly panelNow: Outcome<Estimate>;
  /** The same interval by drawing the panel anew; null where that would take long, or on several dimensions. */
  readonly panelRedrawn: Outcome<BootstrapInterval> | null;
  /** One interviewer's view alone. */
  readonly single: Outcome<{ readonly absolute: Estimate; readonly consistency: Estimate }>;
  /** Phi with the dimensions taken as a sample of many; null with one dimension. */
  readonly dimensionsRandom: Outcome<Estimate> | null;
  /** Share of what an interviewer adds to a sheet that is alike on every dimension; null with one dimension. */
  readonly halo: Outcome<Estimate> | null;
  /** Second opinions on agreement, dimension by dimension. */
  readonly agreement: readonly AgreementMore[];
  /** Other interviewers each has shared a candidate with, by name. */
  readonly colleagues: ReadonlyMap<string, number>;
  readonly rasch: Outcome<RaschFigures>;
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
  agreement: readonly AgreementReport[],
): MoreFigures {
  const { table, ratings } = prepared;
  const met = coRaters(ratings);
  const intervals = fit.ok ? fit.value.rankInterval : null;
  const several = fit.ok && fit.value.dimensions > 1 ? fit.value : null;
  const names = table.dimensions.length < 2 ? [table.dimensions[0] ?? "all"] : table.dimensions;
  return {
    variances: fit.ok ? fit.value.intervals() : {},
    places:
      intervals === null
        ? null
        : new Map(
            table.candidates.map((name, i) => [name, [intervals.best[i] ?? 0, intervals.worst[i] ?? 0]]),
          ),
    ...reliabilities(prepared, fit, options.seed),
    dimensionsRandom:
      several &&
      mapOutcome(
        dStudy(several.study, several.dimensions, USUAL_PANEL, "random"),
        ({ absolute }) => absolute,
      ),
    halo: several && haloShare(several.study),
    agreement: moreAgreement(prepared, agreement, options.seed),
    colleagues: new Map(met.ok ? table.raters.map((name, j) => [name, met.value[j] ?? 0]) : []),
    rasch: raschFigures(prepared),
    complete:
      ratings.units * ratings.raters > MOST_CELLS
        ? []
        : names.flatMap((dimension, d) => completeOf(dimension, ratingsOfDimension(prepared, d))),
    sides: sidesOf(prepared, options),
  };
}

/** Redrawing and fitting a panel two hundred times over takes seconds beyond this many ratings. */
const MOST_REDRAWN = 2_000;

type Reliabilities = Pick<MoreFigures, "panelNow" | "panelRedrawn" | "single">;

/** Of the composite, dimensions fixed. */
function reliabilities(
  { ratings, table }: Prepared,
  fit: Outcome<ModelFigures>,
  seed: number,
): Reliabilities {
  if (!fit.ok) return unsaid(fit);
  const { study, dimensions } = fit.value;
  if (!(study.variance.unit + study.variance.unitDimension / dimensions > 0)) return unsaid(NO_DIFFERENCES);
  const shape = ratersPerUnit(ratings);
  if (!shape.ok) return unsaid(shape);
  const now = (drawn: VarianceStudy) => panelReliability(drawn, dimensions, shape.value);
  const few = table.dimensions.length < 2 && ratings.score.length <= MOST_REDRAWN;
  return {
    panelNow: now(study),
    panelRedrawn: few ? bootstrapInterval(ratings, study.variance, now, seededRandom(seed)) : null,
    single: singleRatingReliability(study, dimensions),
  };
}

const NO_DIFFERENCES = undefinedFor("no-variation", "The variance of candidates is estimated as 0.");

function unsaid(why: Undefined): Reliabilities {
  return { panelNow: why, panelRedrawn: null, single: why };
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
