import type { DecisionRecord } from "@/db/queries/debriefs";
import type { InterviewRecord, SeatRecord } from "@/db/queries/interviews";
import type { RubricRecord } from "@/db/queries/rubrics";
import type { ScorecardRecord } from "@/db/queries/scorecards";
import type { Decision } from "@/lib/contracts/debriefs";
import type { Seat } from "@/lib/contracts/interviews";
import type { RubricVersion } from "@/lib/contracts/rubric";
import type { RevealedScorecard } from "@/lib/contracts/scorecard-content";
import { type Composite, compositeOf, countsOfOne } from "@/lib/domain/composite";
import { Problem } from "@/lib/domain/errors";
import { groupBy } from "./group-by";

/** What a seat tells anybody: who, and whether they are done. */
export function seatView(seat: SeatRecord, memberId: string): Seat {
  return {
    seatId: seat.seatId,
    member: seat.member,
    submittedAt: seat.submittedAt?.toISOString() ?? null,
    mine: seat.member.id === memberId,
  };
}

export function decisionView({ interviewId: _, at, ...decision }: DecisionRecord): Decision {
  return { ...decision, at: at.toISOString() };
}

export function rubricView(rubric: RubricRecord): RubricVersion {
  const { id, number, state, reason, content, weights, fold } = rubric;
  return {
    id,
    number,
    state,
    publishedAt: rubric.publishedAt?.toISOString() ?? null,
    reason,
    content,
    weights,
    fold,
  };
}

/** A submitted scorecard with its own composite: a panel of one, by the one formula. */
export function revealedView(
  card: ScorecardRecord & { submittedAt: Date },
  rubrics: ReadonlyMap<string, Pick<RubricRecord, "weights" | "fold">>,
): RevealedScorecard {
  return {
    scorecardId: card.scorecardId,
    author: card.author,
    rubricVersionId: card.rubricVersionId,
    submittedAt: card.submittedAt.toISOString(),
    content: card.content,
    amendments: card.amendments,
    composite: scorecardComposite(card, rubrics),
  };
}

/** By the rubric version it was scored on, whichever is published now. */
export function scorecardComposite(
  { rubricVersionId, content }: Pick<ScorecardRecord, "rubricVersionId" | "content">,
  rubrics: ReadonlyMap<string, Pick<RubricRecord, "weights" | "fold">>,
): Composite {
  const rubric = rubrics.get(rubricVersionId);
  if (!rubric) throw new Problem("INTERNAL", "This scorecard's rubric version is missing");
  return compositeOf(countsOfOne(content.ratings), rubric.weights, rubric.fold);
}

/** Records of several interviews, by interview. */
export function byInterview<T extends { interviewId: string }>(records: readonly T[]): Map<string, T[]> {
  return groupBy(records, ({ interviewId }) => interviewId);
}

/** Your seat in an interview, as the blind rule sees it. */
export function seatHere(interview: InterviewRecord): "none" | "open" | "submitted" {
  if (interview.ownRevision === null) return "none";
  return interview.ownSubmittedAt === null ? "open" : "submitted";
}
