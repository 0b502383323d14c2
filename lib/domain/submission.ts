import { DIMENSIONS, type Dimension, isExtreme } from "./scale";
import type { ScorecardContent } from "./scorecard";
import { contradictions, type Trap } from "./traps";

/** One thing left before submitting; `where` is what the form focuses. */
export type Missing =
  | { kind: "rating"; where: Dimension }
  | { kind: "evidence"; where: Dimension }
  | { kind: "nothing-observed"; where: Dimension }
  | { kind: "trap-evidence"; where: Trap }
  | { kind: "contradiction"; where: Trap; dimension: Dimension; level: number }
  | { kind: "recommendation"; where: "recommendation" };

/** Evidence for a trap is any note on the dimension the trap is about; the first is where one is asked for. */
export const TRAP_EVIDENCE: Record<Trap, readonly Dimension[]> = {
  "fake-mistake": ["ownership"],
  "teams-mistake": ["ownership"],
  "no-noticing": ["noticing"],
  "no-consequence-no-fix": ["consequence", "fix"],
};

/**
 * What still stands between a scorecard and its submission, first problem first.
 * Nothing is ever filled in for the interviewer: no default level, no guessed reason.
 */
export function missingForSubmission(card: ScorecardContent): Missing[] {
  const noted = new Set(
    card.evidence.filter((note) => note.text.trim() !== "").map((note) => note.dimension),
  );
  const missing: Missing[] = [];
  for (const dimension of DIMENSIONS) {
    const rating = card.ratings[dimension];
    if (!rating) missing.push({ kind: "rating", where: dimension });
    else if (rating.state === "observed" && isExtreme(dimension, rating.mark) && !noted.has(dimension)) {
      missing.push({ kind: "evidence", where: dimension });
    }
  }
  if (judgesNothing(card) && noted.size === 0) {
    missing.push({ kind: "nothing-observed", where: DIMENSIONS[0] });
  }
  for (const flag of card.traps) {
    if (!TRAP_EVIDENCE[flag.trap].some((dimension) => noted.has(dimension))) {
      missing.push({ kind: "trap-evidence", where: flag.trap });
    }
    const against = contradictions([flag.trap], card.ratings)[0];
    if (against && flag.reason.trim() === "") {
      missing.push({
        kind: "contradiction",
        where: flag.trap,
        dimension: against.dimension,
        level: against.level,
      });
    }
  }
  if (card.recommendation === null) missing.push({ kind: "recommendation", where: "recommendation" });
  return missing;
}

/**
 * "Not observed" in every row is no judgement, and submitting shows what the others think: it owes a note that says why.
 * A mark in the middle owes none: it is a judgement, counts as the interviewer's first, and stays for ever.
 */
function judgesNothing({ ratings }: ScorecardContent): boolean {
  return DIMENSIONS.every((dimension) => ratings[dimension]?.state === "not-observed");
}
