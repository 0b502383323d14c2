import type { ComparedInterview } from "@/db/queries/compared";
import type { RubricRecord } from "@/db/queries/rubrics";
import type { ScorecardRecord } from "@/db/queries/scorecards";
import type { CandidateRow, ComparedCandidate, ComparedCard, Dot } from "@/lib/contracts/candidates";
import type { FairScore } from "@/lib/contracts/fair-scores";
import { median } from "@/lib/domain/comparison";
import { marksIn } from "@/lib/domain/panel";
import { anchorOf } from "@/lib/domain/rubric";
import { DIMENSIONS, type Dimension } from "@/lib/domain/scale";
import { scorecardComposite } from "../shared/views";

/** A visible, submitted scorecard in the interview it belongs to. */
export interface HeldCard {
  card: ScorecardRecord & { submittedAt: Date };
  interview: ComparedInterview;
}

type Rubrics = ReadonlyMap<string, RubricRecord>;

/** One column of a comparison: figures from counts, and every visible scorecard behind them. */
export function comparedCandidate(
  row: CandidateRow,
  cards: readonly HeldCard[],
  rubrics: Rubrics,
  fair: FairScore,
): ComparedCandidate {
  const dimensions = DIMENSIONS.map((dimension) => {
    const summary = row.dimensions[dimension];
    const dots = cards.flatMap(({ card }) => dotOf(card, dimension, rubrics));
    return [dimension, { ...summary, median: median(marksIn(summary.counts)), dots }] as const;
  });
  return {
    ...row,
    dimensions: Object.fromEntries(dimensions) as ComparedCandidate["dimensions"],
    facts: cards.map(({ card }) => ({ member: card.author, facts: card.content.facts })),
    panel: [...new Map(cards.map(({ card }) => [card.author.id, card.author])).values()],
    cards: cards.map((held) => cardView(held, rubrics)),
    fair,
  };
}

function cardView({ card, interview }: HeldCard, rubrics: Rubrics): ComparedCard {
  const { facts, timer, traps, recommendation, confidence } = card.content;
  return {
    scorecardId: card.scorecardId,
    interviewId: card.interviewId,
    member: card.author,
    scheduledAt: interview.scheduledAt.toISOString(),
    submittedAt: card.submittedAt.toISOString(),
    rubricVersionId: card.rubricVersionId,
    composite: scorecardComposite(card, rubrics),
    facts,
    timer,
    traps,
    recommendation,
    confidence,
    amendments: card.amendments,
  };
}

/** Anchors are read from the version the interviewer had on screen. */
function dotOf(card: ScorecardRecord, dimension: Dimension, rubrics: Rubrics): Dot[] {
  const value = card.content.ratings[dimension];
  const rubric = rubrics.get(card.rubricVersionId);
  if (!value || !rubric) return [];
  return [
    {
      scorecardId: card.scorecardId,
      member: card.author,
      value,
      anchor: value.state === "observed" ? anchorOf(rubric.content, dimension, value.mark) : "",
      evidence: card.content.evidence.filter((note) => note.dimension === dimension),
    },
  ];
}
