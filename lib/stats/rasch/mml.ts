import { defined, type Outcome, type Undefined, undefinedFor } from "../outcome";
import { CategoryCurve } from "./category-curve";
import { type Constraint, expandVector, reduceVector, sumToZero } from "./constraint";
import { type Marginal, marginalLikelihood, NODES, type SharedMeasures } from "./marginal-likelihood";
import { descend } from "./quasi-newton";
import { type RaschTable, selectRows } from "./rating-table";

/**
 * The many-facet Rasch rating-scale model by marginal maximum likelihood, for measures: persons are
 * N(0, variance) and averaged over, so few ratings a person do not spread the scale. Raters and
 * thresholds sum to zero; items are absolute.
 *
 * Unit: logits. Range: finite; extreme persons have finite expected abilities through their prior. A rater who gave
 * one end category only has none: they are left out and listed, which is the limit their severity runs to.
 * Minimum n: two categories in use, two persons. Undefined: no ratings; no variation, of ratings or of
 * persons; all extreme, where nobody else used a category; not settled.
 * Source: Bock & Aitkin (1981), https://doi.org/10.1007/BF02293801; Adams & Wu (2007) on the model family,
 * https://doi.org/10.1007/978-0-387-49839-3_4
 *
 * @example
 * const fit = fitMml(table); // the sparse 60 x 25 x 5 panel
 * fit.ok && fit.value.deviance; // 2086.7536
 */
export interface MmlFit extends Omit<SharedMeasures, "rater"> {
  /** Each rater's severity; a rater who gave one end category only, or nothing, has a reason instead. */
  readonly rater: readonly Outcome<MarginalSeverity>[];
  readonly deviance: number;
  /** Expected ability of each person and its posterior SD. */
  readonly ability: Float64Array;
  readonly abilitySd: Float64Array;
  /** Raters who gave one end category only: they have no finite severity. */
  readonly extremeRaters: readonly number[];
}

export interface MarginalSeverity {
  readonly severity: number;
  /** 1 / sqrt of the rater's own information: ignores covariances, the last from the others' sum. */
  readonly standardError: Outcome<number>;
}

export function fitMml(whole: RaschTable): Outcome<MmlFit> {
  if (whole.category.length === 0) return undefinedFor("no-ratings", "there are no ratings");
  if (whole.levels.length < 2) return undefinedFor("no-variation", "every rating is in the same category");
  const extremeRaters = extremeRatersOf(whole);
  const table = selectRows(whole, (row) => !extremeRaters.includes(whole.rater[row] as number));
  if (new Set(table.category).size < whole.levels.length) {
    return undefinedFor(
      "all-extreme",
      `only raters who gave one end category used it: ${named(extremeRaters)}`,
    );
  }
  if (new Set(table.person).size < 2)
    return undefinedFor("too-few-units", "abilities need two persons to differ", 1);
  const { raters, items } = table;
  const steps = table.levels.length - 1;
  const constraint = sumToZero(
    [
      { first: 0, active: [...new Set(table.rater)].sort((a, b) => a - b) },
      { first: raters + items, active: Array.from({ length: steps }, (_, k) => k) },
    ],
    raters + items + steps,
  );
  const shared = constraint.free.length;
  const read = (x: Float64Array): SharedMeasures => {
    const full = expandVector(constraint, x);
    return {
      rater: full.subarray(0, raters),
      item: x.subarray(shared, shared + items),
      tau: full.subarray(raters + items),
      variance: Math.exp(2 * (x[shared + items] as number)),
    };
  };
  const start = new Float64Array(shared + items + 1);
  const found = descend(
    (x) => {
      const { deviance, slope } = marginalLikelihood(table, read(x));
      return { value: deviance, slope: reduced(slope, constraint, raters, items) };
    },
    start,
    curvatureAt(table, constraint),
  );
  if (found === null) return undefinedFor("not-converged", "the marginal fit did not settle");
  const measures = read(found.at);
  const why = whyNotMeasures(measures);
  if (why !== null) return why;
  const marginal = marginalLikelihood(table, measures);
  return defined({
    ...measures,
    rater: severitiesOf(table, measures, marginal, extremeRaters),
    deviance: found.value,
    ...abilities(table, marginal),
    extremeRaters,
  });
}

/** Abilities spread less than half a node, or past the last node, are not what the grid can hold. */
const NARROWEST = 0.1;
const WIDEST = 8;
/** No severity or threshold lies this many logits out: the likelihood has no top, the steps ran on. */
const FARTHEST = 20;

function whyNotMeasures(measures: SharedMeasures): Undefined | null {
  const outside = [measures.rater, measures.item, measures.tau].some((of) =>
    of.some((x) => !(Math.abs(x) < FARTHEST)),
  );
  const spread = Math.sqrt(measures.variance);
  if (!outside && spread > NARROWEST && spread < WIDEST) return null;
  if (spread <= NARROWEST)
    return undefinedFor("no-variation", "persons do not differ detectably: there is nothing to measure");
  return undefinedFor("not-converged", "the ratings follow one order exactly: measures have no finite value");
}

/** Raters all of whose ratings are at the same end. */
function extremeRatersOf(table: RaschTable): number[] {
  const top = table.levels.length - 1;
  const [ratings, low, high] = [0, 0, 0].map(() => new Int32Array(table.raters));
  const bump = (counts: Int32Array | undefined, j: number) => {
    if (counts) counts[j] = (counts[j] as number) + 1;
  };
  table.category.forEach((x, row) => {
    const j = table.rater[row] as number;
    bump(ratings, j);
    if (x === 0) bump(low, j);
    if (x === top) bump(high, j);
  });
  return Array.from({ length: table.raters }, (_, j) => j).filter((j) => {
    const n = ratings?.[j] ?? 0;
    return n > 0 && (low?.[j] === n || high?.[j] === n);
  });
}

function named(raters: readonly number[]): string {
  return raters.map((j) => `rater ${j + 1}`).join(", ");
}

function reduced(slope: Float64Array, constraint: Constraint, raters: number, items: number): Float64Array {
  const free = reduceVector(constraint, slope);
  const result = new Float64Array(free.length + items + 1);
  result.set(free);
  result.set(slope.subarray(raters, raters + items), free.length);
  result[free.length + items] = slope[slope.length - 1] as number;
  return result;
}

/** A first guess of the deviance's curvature: every rating carries about half a unit of information. */
function curvatureAt(table: RaschTable, constraint: Constraint): Float64Array {
  const count = new Float64Array(constraint.size);
  const add = (at: number) => {
    count[at] = (count[at] as number) + 1;
  };
  for (let row = 0; row < table.category.length; row++) {
    add(table.rater[row] as number);
    add(table.raters + (table.item[row] as number));
    for (let k = 0; k < table.levels.length - 1; k++) add(table.raters + table.items + k);
  }
  const free = constraint.free.map(
    (p, a) => (count[p] as number) + (count[constraint.last[a] as number] as number),
  );
  const items = count.subarray(table.raters, table.raters + table.items);
  return Float64Array.from([...free, ...items, 2 * table.persons]);
}

function abilities(table: RaschTable, { posterior }: Marginal) {
  const ability = new Float64Array(table.persons);
  const abilitySd = new Float64Array(table.persons);
  for (let n = 0; n < table.persons; n++) {
    let mean = 0;
    let square = 0;
    NODES.forEach((theta, q) => {
      const weight = posterior[n * NODES.length + q] as number;
      mean += weight * theta;
      square += weight * theta * theta;
    });
    ability[n] = mean;
    abilitySd[n] = Math.sqrt(Math.max(0, square - mean * mean));
  }
  return { ability, abilitySd };
}

function severitiesOf(
  table: RaschTable,
  measures: SharedMeasures,
  marginal: Marginal,
  extreme: readonly number[],
): Outcome<MarginalSeverity>[] {
  const errors = raterErrors(table, measures, marginal);
  const rated = new Set(table.rater);
  return Array.from(measures.rater, (severity, j) => {
    if (extreme.includes(j)) return undefinedFor("all-extreme", "Every rating is at one end of the scale.");
    if (!rated.has(j)) return undefinedFor("no-ratings", "There are no ratings to measure by.");
    const standardError =
      errors === null
        ? undefinedFor("one-rater", "One person has no severity beside others.", 1)
        : defined(errors[j] ?? 0);
    return defined({ severity, standardError });
  });
}

function raterErrors(table: RaschTable, measures: SharedMeasures, { posterior }: Marginal) {
  const present = [...new Set(table.rater)].sort((a, b) => a - b);
  const last = present.at(-1);
  if (last === undefined || present.length < 2) return null;
  const curve = new CategoryCurve(measures.tau);
  const weight = new Float64Array(table.raters);
  for (let row = 0; row < table.category.length; row++) {
    const j = table.rater[row] as number;
    const offset = (measures.rater[j] as number) + (measures.item[table.item[row] as number] as number);
    const first = (table.person[row] as number) * NODES.length;
    NODES.forEach((theta, q) => {
      const share = posterior[first + q] as number;
      if (share > NEGLIGIBLE) weight[j] = (weight[j] as number) + share * curve.at(theta - offset).variance;
    });
  }
  const errors = weight.map((own) => 1 / Math.sqrt(own + (weight[last] as number)));
  errors[last] = Math.sqrt(
    present.reduce((sum, j) => sum + (j === last ? 0 : (errors[j] as number) ** 2), 0),
  );
  return errors;
}

const NEGLIGIBLE = 1e-14;
