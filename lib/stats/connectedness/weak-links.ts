import { defined, type Outcome, undefinedFor } from "../outcome";
import type { Ratings } from "../ratings";
import { type RatingGraph, ratingGraph } from "./graph";

/**
 * Where the panel hangs by a thread: pairings (bridges), units and raters (articulation
 * points) whose removal would leave groups that can no longer be compared.
 * A unit seen once hangs by one pairing too, but nobody else's comparison depends on it: such a
 * bridge is marked as pendant.
 *
 * Range: positions in the table. Unit: none. Minimum n: one rating.
 * Undefined: `no-ratings`.
 * Source: Hopcroft & Tarjan (1973), Algorithm 447, https://doi.org/10.1145/362248.362272
 *
 * @example
 * // Raters 0 and 1 share only unit 1: its two pairings and the unit itself are weak links.
 * weakLinks(ratingsOfTable([[4, null], [3, 3], [null, 2]]));
 */
export function weakLinks(ratings: Ratings): Outcome<WeakLinks> {
  if (ratings.unit.length === 0) return undefinedFor("no-ratings", "There are no ratings.");
  const graph = ratingGraph(ratings);
  const walk = new DepthFirst(graph);
  for (let v = 0; v < graph.units + graph.raters; v++) walk.from(v);
  const cuts = [...walk.cuts].sort((a, b) => a - b);
  return defined({
    bridges: walk.bridges.map(([a, b]) => asBridge(graph, Math.min(a, b), Math.max(a, b))),
    units: cuts.filter((v) => v < graph.units),
    raters: cuts.filter((v) => v >= graph.units).map((v) => v - graph.units),
  });
}

export interface WeakLinks {
  readonly bridges: readonly Bridge[];
  /** Units whose removal disconnects others. */
  readonly units: readonly number[];
  /** Raters whose removal disconnects others. */
  readonly raters: readonly number[];
}

export interface Bridge {
  readonly unit: number;
  readonly rater: number;
  /** One end has no other pairing: only its own comparison depends on this one. */
  readonly pendant: boolean;
}

function asBridge({ units, start }: RatingGraph, unit: number, rater: number): Bridge {
  const degree = (v: number) => (start[v + 1] ?? 0) - (start[v] ?? 0);
  return { unit, rater: rater - units, pendant: degree(unit) === 1 || degree(rater) === 1 };
}

/** Depth-first search without recursion: a panel of a million ratings is deeper than any stack. */
class DepthFirst {
  readonly bridges: [number, number][] = [];
  readonly cuts = new Set<number>();
  private readonly entered: Int32Array;
  private readonly low: Int32Array;
  private readonly parent: Int32Array;
  private readonly at: Int32Array;
  private clock = 0;

  constructor(private readonly graph: RatingGraph) {
    const nodes = graph.units + graph.raters;
    this.entered = new Int32Array(nodes);
    this.low = new Int32Array(nodes);
    this.parent = new Int32Array(nodes).fill(-1);
    this.at = graph.start.slice(0, nodes);
  }

  from(first: number): void {
    if (this.entered[first] !== 0) return;
    this.enter(first);
    let children = 0;
    let v = first;
    while (v >= 0) {
      const edge = this.at[v] ?? 0;
      if (edge < (this.graph.start[v + 1] ?? 0)) {
        this.at[v] = edge + 1;
        const w = this.graph.next[edge] ?? 0;
        if (this.entered[w] === 0) {
          this.parent[w] = v;
          if (v === first) children += 1;
          this.enter(w);
          v = w;
        } else if (w !== this.parent[v]) this.lower(v, this.entered[w] ?? 0);
        continue;
      }
      const up = this.parent[v] ?? -1;
      if (up >= 0) this.leave(v, up, first);
      v = up;
    }
    if (children > 1) this.cuts.add(first);
  }

  private enter(v: number): void {
    this.clock += 1;
    this.entered[v] = this.clock;
    this.low[v] = this.clock;
  }

  private lower(v: number, to: number): void {
    if (to < (this.low[v] ?? 0)) this.low[v] = to;
  }

  private leave(v: number, up: number, first: number): void {
    const low = this.low[v] ?? 0;
    this.lower(up, low);
    if (low > (this.entered[up] ?? 0)) this.bridges.push([up, v]);
    if (low >= (this.entered[up] ?? 0) && up !== first) this.cuts.add(up);
  }
}
