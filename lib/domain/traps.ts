import type { Dimension, RatingValue } from "./scale";

/** The four traps of the question, in the order of keys X 1-4. */
export const TRAPS = ["fake-mistake", "teams-mistake", "no-noticing", "no-consequence-no-fix"] as const;
export type Trap = (typeof TRAPS)[number];

/** A level of 3 or more says the thing was there; the trap says it was not. */
const CONTRADICTED_FROM_LEVEL = 3;

const CONTRADICTS: Record<Trap, readonly Dimension[]> = {
  "fake-mistake": ["ownership"],
  "teams-mistake": ["ownership"],
  "no-noticing": ["noticing"],
  "no-consequence-no-fix": ["consequence", "fix"],
};

export interface Contradiction {
  trap: Trap;
  dimension: Dimension;
  level: number;
}

/**
 * Every flagged trap that a given level speaks against. The form says so at once; it never changes a level.
 * @param flagged traps that are on; @param ratings what has been rated so far
 */
export function contradictions(
  flagged: readonly Trap[],
  ratings: Partial<Record<Dimension, RatingValue>>,
): Contradiction[] {
  return flagged.flatMap((trap) =>
    CONTRADICTS[trap].flatMap((dimension) => {
      const rating = ratings[dimension];
      if (rating?.state !== "observed" || rating.mark < CONTRADICTED_FROM_LEVEL) return [];
      return [{ trap, dimension, level: rating.mark }];
    }),
  );
}
