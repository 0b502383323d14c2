import { countsOf, type SheetRecord } from "@/db/queries/submitted-marks";
import { compositeOf } from "@/lib/domain/composite";
import type { Fold, Weights } from "@/lib/domain/rubric";
import { components } from "@/lib/stats/connectedness/components";
import type { Ratings } from "@/lib/stats/ratings";

/** One opening's scorecard composites as the model reads them: who by whom, first scorecards only. */
export interface FairTable {
  ratings: Ratings;
  unitOf: ReadonlyMap<string, number>;
  /** Scorecards behind each candidate's figure. */
  scorecardsOf: readonly number[];
  /** Linked group of each candidate; -1 without ratings. */
  groupOf: Int32Array;
  groups: number;
  leftOut: number;
}

interface Versions {
  get(rubricVersionId: string): { weights: Weights; fold: Fold } | undefined;
}

/** Each scorecard as one number, its composite by its own rubric version; a person's first speaks for them. */
export function fairTable(sheets: readonly SheetRecord[], versions: Versions): FairTable {
  const unitOf = new Map<string, number>();
  const raterOf = new Map<string, number>();
  const unit: number[] = [];
  const rater: number[] = [];
  const score: number[] = [];
  const scorecardsOf: number[] = [];
  const seen = new Set<string>();
  let leftOut = 0;
  for (const { applicationId, memberId, rubricVersionId, marks } of sheets) {
    const pair = `${applicationId} ${memberId}`;
    if (seen.has(pair)) continue;
    seen.add(pair);
    const version = versions.get(rubricVersionId);
    const composite = version && compositeOf(countsOf([marks]), version.weights, version.fold);
    if (composite?.state !== "complete") {
      leftOut += 1;
      continue;
    }
    const u = numberIn(unitOf, applicationId);
    unit.push(u);
    rater.push(numberIn(raterOf, memberId));
    score.push(composite.value);
    scorecardsOf[u] = (scorecardsOf[u] ?? 0) + 1;
  }
  const ratings: Ratings = {
    unit: Int32Array.from(unit),
    rater: Int32Array.from(rater),
    score: Float64Array.from(score),
    units: unitOf.size,
    raters: raterOf.size,
  };
  const linked = components(ratings);
  return {
    ratings,
    unitOf,
    scorecardsOf,
    groupOf: linked.ok ? linked.value.ofUnit : new Int32Array(0),
    groups: linked.ok ? linked.value.count : 0,
    leftOut,
  };
}

function numberIn(numbers: Map<string, number>, name: string): number {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  numbers.set(name, numbers.size);
  return numbers.size - 1;
}
