import { factor, solveInPlace } from "../linalg/dense";
import { type Constraint, expandVector, reduceMatrix, reduceVector } from "./constraint";
import type { JointInformation, Measures } from "./information";
import type { RaschTable } from "./rating-table";

/**
 * A Newton step of the joint Rasch fit: persons, whose information is diagonal, are eliminated; raters, items and
 * thresholds are solved together in free parameters.
 *
 * Unit: logits. Range: finite. Undefined: null where the ratings do not link all raters and items.
 * Minimum n: one rating that is not extreme.
 * Source: Linacre (1989), Many-Facet Rasch Measurement (ISBN 978-0941938020)
 *
 * @example
 * const schur = eliminatePersons(information, constraint);
 * schur && newtonMove(information, constraint, schur).decrement; // what the step is expected to gain, twice over
 */
export function eliminatePersons(information: JointInformation, constraint: Constraint): Float64Array | null {
  const n = constraint.free.length;
  const schur = reduceMatrix(constraint, information.shared);
  information.personWeight.forEach((weight, person) => {
    if (!(weight > 0)) return;
    const row = reduceVector(constraint, information.cross, person * information.size);
    for (let a = 0; a < n; a++) {
      const scaled = (row[a] as number) / weight;
      if (scaled === 0) continue;
      for (let b = 0; b < n; b++)
        schur[a * n + b] = (schur[a * n + b] as number) - scaled * (row[b] as number);
    }
  });
  return factor(schur, n) ? schur : null;
}

export interface Move {
  readonly person: Float64Array;
  readonly shared: Float64Array;
  readonly decrement: number;
  readonly longest: number;
}

export function newtonMove(information: JointInformation, constraint: Constraint, schur: Float64Array): Move {
  const { personSlope, personWeight, cross, size } = information;
  const reducedSlope = reduceVector(constraint, information.sharedSlope);
  const rows = Array.from(personWeight, (_, person) => reduceVector(constraint, cross, person * size));
  const shared = reducedSlope.slice();
  rows.forEach((row, person) => {
    const weight = personWeight[person] as number;
    if (!(weight > 0)) return;
    const pull = (personSlope[person] as number) / weight;
    for (let a = 0; a < shared.length; a++) shared[a] = (shared[a] as number) - pull * (row[a] as number);
  });
  solveInPlace(schur, shared.length, shared);
  const person = personSlope.map((slope, n) => {
    const weight = personWeight[n] as number;
    if (!(weight > 0)) return 0;
    const own = (rows[n] as Float64Array).reduce((sum, c, a) => sum + c * (shared[a] as number), 0);
    return (slope - own) / weight;
  });
  let decrement = 0;
  for (let a = 0; a < shared.length; a++) decrement += (shared[a] as number) * (reducedSlope[a] as number);
  for (let n = 0; n < person.length; n++) decrement += (person[n] as number) * (personSlope[n] as number);
  const full = expandVector(constraint, shared);
  const longest = [...person, ...full].reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  return { person, shared: full, decrement, longest };
}

export function moved(from: Measures, move: Move, table: RaschTable, share: number): Measures {
  const add = (values: Float64Array, first: number) =>
    values.map((value, k) => value + share * (move.shared[first + k] as number));
  return {
    person: from.person.map((value, n) => value + share * (move.person[n] as number)),
    rater: add(from.rater, 0),
    item: add(from.item, table.raters),
    tau: add(from.tau, table.raters + table.items),
  };
}
