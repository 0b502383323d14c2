import { components } from "../connectedness/components";
import { defined, type Outcome, undefinedFor } from "../outcome";
import type { RaschCautions } from "./cautions";
import { type Block, type Constraint, sumToZero } from "./constraint";
import type { ElementMeasures } from "./element-measure";
import { type WithoutExtremes, withoutExtremes } from "./extremes";
import { jointInformation, type Measures } from "./information";
import { describeJmle } from "./jmle-figures";
import { eliminatePersons, type Move, moved, newtonMove } from "./newton-step";
import type { RaschTable } from "./rating-table";

/**
 * The many-facet Rasch rating-scale model by joint maximum likelihood, for diagnosis: Newton steps with
 * persons eliminated; raters, items and thresholds sum to zero, persons float.
 * Measures spread some 5-10 % too wide at 10-20 ratings a person: use the marginal fit for scores.
 *
 * Unit: logits (persons: able = high; raters: severe = high; items: hard = high). Range: finite.
 * Minimum n: two categories in use, one person who is not extreme; 30 ratings a rater to act on.
 * Undefined: no ratings, no variation, everybody extreme, `disconnected`, steps that do not settle.
 * Source: Linacre (1989), Many-Facet Rasch Measurement (ISBN 978-0941938020); Andrich (1978),
 * https://doi.org/10.1007/BF02293814
 *
 * @example
 * const fit = fitJmle(table); // Guilford's 105 ratings
 * fit.ok && fit.value.logLikelihood; // -165.805393733903
 */
export interface JmleFit {
  /** Each person's, rater's and item's measure, or why it has none. */
  readonly elements: ElementMeasures;
  readonly thresholds: { readonly tau: Float64Array; readonly standardError: Float64Array };
  readonly cautions: RaschCautions;
  readonly logLikelihood: number;
  readonly extremes: WithoutExtremes;
  readonly steps: number;
  readonly solved: JointWorkings;
}

/** What fit statistics and fair averages are computed from; only elements of `extremes.table` have places filled. */
export interface JointWorkings {
  readonly measures: Measures;
  readonly modelError: Omit<Measures, "tau">;
  readonly jointError: Measures;
}

const MOST_STEPS = 100;
const MOST_HALVINGS = 40;
const SETTLED = 1e-15;
/** What summing costs a log-likelihood, a rating: a step is not refused for less. */
const ROUNDING = 1e-14;
/** A Newton step moves no measure further than this many logits. */
const LONGEST_MOVE = 2;

export function fitJmle(whole: RaschTable): Outcome<JmleFit> {
  if (whole.category.length === 0) return undefinedFor("no-ratings", "there are no ratings");
  if (whole.levels.length < 2) return undefinedFor("no-variation", "every rating is in the same category");
  const extremes = withoutExtremes(whole);
  const { table } = extremes;
  if (table.category.length === 0)
    return undefinedFor("all-extreme", "every person, rater or item has only end categories");
  const constraint = constraintOf(table);
  let measures: Measures = startingMeasures(table);
  let information = jointInformation(table, measures);
  for (let steps = 1; steps <= MOST_STEPS; steps++) {
    const schur = eliminatePersons(information, constraint);
    if (schur === null) return linked(table) ? NOT_SETTLED : APART;
    const move = newtonMove(information, constraint, schur);
    if (move.decrement < SETTLED) {
      if (runsOff(measures, move)) break;
      return defined(describeJmle(table, measures, information, constraint, schur, extremes, steps));
    }
    let share = Math.min(1, LONGEST_MOVE / move.longest);
    let halving = 0;
    for (; halving < MOST_HALVINGS; halving++, share /= 2) {
      const next = moved(measures, move, table, share);
      const there = jointInformation(table, next);
      if (there.logLikelihood < information.logLikelihood - ROUNDING * table.category.length) continue;
      measures = next;
      information = there;
      break;
    }
    if (halving < MOST_HALVINGS) continue;
    if (runsOff(measures, move)) break;
    return defined(describeJmle(table, measures, information, constraint, schur, extremes, steps));
  }
  return NOT_SETTLED;
}

const APART = undefinedFor("disconnected", "the ratings do not link all raters and items");
const NOT_SETTLED = undefinedFor(
  "not-converged",
  "the measures did not settle: a category or an element is nearly extreme",
);

/** Raters and items both: two items nobody met on the same person cannot be compared either. */
function linked(table: RaschTable): boolean {
  const over = (level: Int32Array, levels: number) =>
    components({
      unit: table.person,
      rater: level,
      score: new Float64Array(0),
      units: table.persons,
      raters: levels,
    });
  const parts = [over(table.rater, table.raters), over(table.item, table.items)];
  return parts.every((part) => part.ok && part.value.count === 1);
}

/** No person, rater or threshold lies this many logits out: the likelihood has no top, the steps ran on. */
const FARTHEST = 20;
/** At a top the last step is short. One this long that gains nothing means a likelihood that only levels off. */
const LONGEST_LAST_MOVE = 0.01;

function runsOff({ person, rater, item, tau }: Measures, { longest }: Move): boolean {
  if (longest > LONGEST_LAST_MOVE) return true;
  return [person, rater, item, tau].some((of) => of.some((x) => !(Math.abs(x) < FARTHEST)));
}

function constraintOf(table: RaschTable): Constraint {
  const present = (of: Int32Array) => [...new Set(of)].sort((a, b) => a - b);
  const steps = table.levels.length - 1;
  const blocks: Block[] = [
    { first: 0, active: present(table.rater) },
    { first: table.raters, active: present(table.item) },
    { first: table.raters + table.items, active: Array.from({ length: steps }, (_, k) => k) },
  ];
  return sumToZero(blocks, table.raters + table.items + steps);
}

/** Persons at the logit of their share of the range, thresholds at the logit of neighbouring counts. */
function startingMeasures(table: RaschTable): Measures {
  const top = table.levels.length - 1;
  const sum = new Float64Array(table.persons);
  const count = new Float64Array(table.persons);
  const used = new Float64Array(top + 1).fill(0.5);
  table.category.forEach((x, row) => {
    const n = table.person[row] as number;
    sum[n] = (sum[n] as number) + x;
    count[n] = (count[n] as number) + 1;
    used[x] = (used[x] as number) + 1;
  });
  const tau = Float64Array.from({ length: top }, (_, k) =>
    Math.log((used[k] as number) / (used[k + 1] as number)),
  );
  const mean = tau.reduce((total, t) => total + t, 0) / top;
  return {
    person: sum.map((s, n) => {
      const share = (s + 0.3) / ((count[n] as number) * top + 0.6);
      return (count[n] as number) > 0 ? Math.log(share / (1 - share)) : 0;
    }),
    rater: new Float64Array(table.raters),
    item: new Float64Array(table.items),
    tau: tau.map((t) => t - mean),
  };
}
