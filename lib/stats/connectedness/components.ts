import { defined, type Outcome, undefinedFor } from "../outcome";
import type { Ratings } from "../ratings";

/**
 * Which people can be compared: two raters are linked when a chain of shared units joins them.
 * With one component all severities are comparable; across components a comparison "rests on the
 * assumption that groups are equally able and equally judged", and no figure can tell otherwise.
 *
 * Range: 1 component or more, numbered by size, the largest 0. Unit: none. Minimum n: one rating.
 * Undefined: `no-ratings`. Units or raters without ratings belong to no component (-1).
 * Source: Tarjan (1975), union-find, https://doi.org/10.1145/321879.321884; Weeks & Williams (1964) on
 * connectedness of designs, https://doi.org/10.1080/00401706.1964.10490188
 *
 * @example
 * // Rater 0 saw unit 0, rater 1 saw unit 1, nobody saw both:
 * components(ratingsOfTable([[4, null], [null, 3]])); // count 2
 */
export function components({ unit, rater, units, raters }: Ratings): Outcome<Components> {
  if (unit.length === 0) return undefinedFor("no-ratings", "There are no ratings.");
  const parent = Int32Array.from({ length: units + raters }, (_, v) => v);
  const nodes = new Int32Array(units + raters).fill(1);
  const seen = new Uint8Array(units + raters);
  for (let k = 0; k < unit.length; k++) {
    const u = unit[k] ?? 0;
    const r = units + (rater[k] ?? 0);
    seen[u] = 1;
    seen[r] = 1;
    join(parent, nodes, root(parent, u), root(parent, r));
  }
  return defined(number(parent, nodes, seen, units));
}

export interface Components {
  readonly count: number;
  /** Component of each unit, -1 without ratings. */
  readonly ofUnit: Int32Array;
  /** Component of each rater, -1 without ratings. */
  readonly ofRater: Int32Array;
  /** Units in each component. */
  readonly unitsIn: readonly number[];
  /** Raters in each component. */
  readonly ratersIn: readonly number[];
}

function root(parent: Int32Array, node: number): number {
  let at = node;
  while (parent[at] !== at) {
    const up = parent[parent[at] ?? 0] ?? 0;
    parent[at] = up;
    at = up;
  }
  return at;
}

function join(parent: Int32Array, nodes: Int32Array, a: number, b: number): void {
  if (a === b) return;
  const [big, small] = (nodes[a] ?? 0) >= (nodes[b] ?? 0) ? [a, b] : [b, a];
  parent[small] = big;
  nodes[big] = (nodes[big] ?? 0) + (nodes[small] ?? 0);
}

/** Numbers the components by size; equal sizes keep the order in which their first unit comes. */
function number(parent: Int32Array, nodes: Int32Array, seen: Uint8Array, units: number): Components {
  const roots: number[] = [];
  const known = new Map<number, number>();
  for (let v = 0; v < parent.length; v++) {
    const at = root(parent, v);
    if (seen[v] === 0 || known.has(at)) continue;
    known.set(at, roots.push(at) - 1);
  }
  const bySize = roots
    .slice()
    .sort((a, b) => (nodes[b] ?? 0) - (nodes[a] ?? 0) || order(known, a) - order(known, b));
  const rank = new Map(bySize.map((at, place) => [at, place]));
  const place = (v: number) => (seen[v] === 0 ? -1 : (rank.get(root(parent, v)) ?? -1));
  const ofUnit = Int32Array.from({ length: units }, (_, u) => place(u));
  const ofRater = Int32Array.from({ length: parent.length - units }, (_, r) => place(units + r));
  const size = (of: Int32Array) => {
    const sizes = bySize.map(() => 0);
    for (const one of of) if (one >= 0) sizes[one] = (sizes[one] ?? 0) + 1;
    return sizes;
  };
  return { count: bySize.length, ofUnit, ofRater, unitsIn: size(ofUnit), ratersIn: size(ofRater) };
}

function order(known: ReadonlyMap<number, number>, node: number): number {
  return known.get(node) ?? 0;
}
