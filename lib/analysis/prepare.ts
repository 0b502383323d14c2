import { startsOf } from "../stats/mixed/two-way-layout";
import type { Ratings } from "../stats/ratings";
import { firstViews } from "./first-views";
import { type AnalysisOptions, BIPOLAR_SCALE, type Scale } from "./options";
import type { Table } from "./table";

/** A quarter of the scale's span, or of the scores' where there is no scale: on 1-5 the prior's one score point. */
export function priorScaleOf({ scale, ratings }: Pick<Prepared, "scale" | "ratings">): number {
  if (scale !== null) return (scale.highest - scale.lowest) / 4;
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (const value of ratings.score) {
    lowest = Math.min(lowest, value);
    highest = Math.max(highest, value);
  }
  return highest > lowest ? (highest - lowest) / 4 : 1;
}

/** A table made ready: signed scores for agreement, folded quality for everything that adds up. */
export interface Prepared {
  readonly table: Table;
  /** Quality: the score itself, or the fold of a bipolar one. */
  readonly ratings: Ratings;
  /** Whose rows speak for agreement where somebody scored a candidate twice; null where nobody did. */
  readonly firstViews: ReturnType<typeof firstViews>;
  /** One rating a candidate and rater: how many of each (dimensions count once). */
  readonly pairs: Pairs;
  readonly scale: Scale | null;
  readonly scaleIsAssumed: boolean;
  /** Number of the bipolar dimension, -1 for none. */
  readonly bipolar: number;
}

export interface Pairs {
  readonly ratersOfCandidate: Int32Array;
  readonly candidatesOfRater: Int32Array;
  readonly ratingsOfCandidate: Int32Array;
  readonly ratingsOfRater: Int32Array;
}

/** The rubric's own scale, assumed when nothing else is said and every score fits it. */
const USUAL_SCALE: Scale = { lowest: 1, highest: 5 };
const WIDEST_SCALE = 200;

/** Is this the dimension an option names? "Calibration" is calibration. */
export function isNamed(name: string, wanted: string | null): boolean {
  return wanted !== null && name.toLowerCase() === wanted.trim().toLowerCase();
}

/** Quality of a position on a bipolar dimension: calm is 5, either end 1. Folded a rating at a time. */
export function foldQuality(position: number, fold?: ReadonlyMap<number, number>): number {
  return fold?.get(position) ?? 5 - 2 * Math.abs(position);
}

export function prepare(table: Table, options: AnalysisOptions): Prepared {
  const bipolar = table.dimensions.findIndex((name) => isNamed(name, options.bipolar));
  const score =
    bipolar < 0
      ? table.score
      : table.score.map((value, at) =>
          table.dimension[at] === bipolar ? foldQuality(value, options.fold) : value,
        );
  return {
    table,
    ratings: {
      unit: table.candidate,
      rater: table.rater,
      score,
      units: table.candidates.length,
      raters: table.raters.length,
    },
    firstViews: firstViews(table),
    pairs: countPairs(table),
    scale: options.scale ?? assumedScale(score),
    scaleIsAssumed: options.scale === null,
    bipolar,
  };
}

/** Every level of a dimension's scale: an unused level still counts in agreement by chance. */
export function levelsOf({ scale, bipolar }: Prepared, dimension: number, values: Float64Array): number[] {
  const own = dimension === bipolar ? BIPOLAR_SCALE : scale;
  const levels = own === null ? [] : range(own);
  const strangers = [...values].filter((value) => !levels.includes(value));
  return strangers.length === 0 ? levels : [...levels, ...strangers].sort((a, b) => a - b);
}

function range({ lowest, highest }: Scale): number[] {
  return Array.from({ length: highest - lowest + 1 }, (_, k) => lowest + k);
}

/** 1 to 5 if that holds every score, else the whole numbers the scores span; null for other scores. */
function assumedScale(score: Float64Array): Scale | null {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (const value of score) {
    if (!Number.isInteger(value)) return null;
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  if (lowest >= USUAL_SCALE.lowest && highest <= USUAL_SCALE.highest) return USUAL_SCALE;
  return highest - lowest > 0 && highest - lowest <= WIDEST_SCALE ? { lowest, highest } : null;
}

function countPairs(table: Table): Pairs {
  const ratersOfCandidate = new Int32Array(table.candidates.length);
  const candidatesOfRater = new Int32Array(table.raters.length);
  const ratingsOfCandidate = new Int32Array(table.candidates.length);
  const ratingsOfRater = new Int32Array(table.raters.length);
  const start = startsOf(table.candidate, table.candidates.length);
  const next = start.slice();
  const raterInOrder = new Int32Array(table.score.length);
  for (let at = 0; at < table.score.length; at++) {
    const i = table.candidate[at] ?? 0;
    bump(ratingsOfCandidate, i);
    bump(ratingsOfRater, table.rater[at] ?? 0);
    raterInOrder[next[i] ?? 0] = table.rater[at] ?? 0;
    bump(next, i);
  }
  const seenBy = new Int32Array(table.raters.length).fill(-1);
  for (let i = 0; i < table.candidates.length; i++) {
    for (let at = start[i] ?? 0; at < (start[i + 1] ?? 0); at++) {
      const j = raterInOrder[at] ?? 0;
      if (seenBy[j] === i) continue;
      seenBy[j] = i;
      bump(ratersOfCandidate, i);
      bump(candidatesOfRater, j);
    }
  }
  return { ratersOfCandidate, candidatesOfRater, ratingsOfCandidate, ratingsOfRater };
}

function bump(counts: Int32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}
