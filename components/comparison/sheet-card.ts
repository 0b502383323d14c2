import type { ComparedCandidate } from "@/lib/contracts/candidates";
import type { RubricVersion } from "@/lib/contracts/rubric";
import type { RevealedScorecard } from "@/lib/contracts/scorecard-content";
import type { Amendment } from "@/lib/domain/amendments";
import { DIMENSIONS, type Dimension, type RatingValue } from "@/lib/domain/scale";
import type { ScorecardContent } from "@/lib/domain/scorecard";

/** One scorecard as a column of a dossier, wherever it was read from. */
export interface SheetCard
  extends Pick<ScorecardContent, "evidence" | "traps" | "facts" | "timer" | "recommendation" | "confidence"> {
  scorecardId: string;
  rubricVersionId: string;
  author: { id: string; name: string };
  submittedAt: string;
  composite: RevealedScorecard["composite"];
  ratings: Partial<Record<Dimension, RatingValue>>;
  amendments: readonly Amendment[];
}

/** From a dossier: the first, independent content, and what was changed since. */
export function cardOfDossier({ content, ...card }: RevealedScorecard): SheetCard {
  return { ...content, ...card };
}

/** From a comparison, which holds the marks with their evidence by dimension. */
export function cardsOfCompared({ cards, dimensions }: ComparedCandidate): SheetCard[] {
  return cards.map(({ member, ...card }) => {
    const own = DIMENSIONS.flatMap((dimension) =>
      dimensions[dimension].dots
        .filter(({ scorecardId }) => scorecardId === card.scorecardId)
        .map(({ value, evidence }) => ({ dimension, value, evidence })),
    );
    return {
      ...card,
      author: member,
      ratings: Object.fromEntries(own.map(({ dimension, value }) => [dimension, value])),
      evidence: own.flatMap(({ evidence }) => evidence),
    };
  });
}

/** The version that a scorecard was scored on: its anchors are what the interviewer had on screen. */
export function rubricOf(
  { rubricVersionId }: Pick<SheetCard, "rubricVersionId">,
  rubrics: readonly RubricVersion[],
): RubricVersion | null {
  return rubrics.find(({ id }) => id === rubricVersionId) ?? null;
}
