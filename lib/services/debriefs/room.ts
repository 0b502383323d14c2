import type { Context } from "@/db/context";
import { listArrivals, listDebriefSteps, listDecisions, type StepRecord } from "@/db/queries/debriefs";
import { findInterview, type InterviewRecord, listSeats, type SeatRecord } from "@/db/queries/interviews";
import { lastEventSeq } from "@/db/queries/live-events";
import { rubricsById } from "@/db/queries/rubrics";
import { listSubmittedScorecards } from "@/db/queries/scorecards";
import type { Debrief } from "@/lib/contracts/debriefs";
import {
  byDisagreementFirst,
  type DebriefState,
  type DebriefStep,
  debriefState,
  HERE_FOR_MS,
} from "@/lib/domain/debrief";
import { Problem } from "@/lib/domain/errors";
import { mayCompare, mayLeadDebrief } from "@/lib/domain/roles";
import { isBlindHere } from "@/lib/domain/visibility";
import { decisionView, revealedView, rubricView, seatHere, seatView } from "../shared/views";

/** The room as its verbs meet it: the interview, its seats, and how far it has come. */
export interface Room {
  interview: InterviewRecord;
  seats: SeatRecord[];
  steps: StepRecord[];
  state: DebriefState;
  blind: boolean;
}

/** Refuses who has neither a seat in this interview nor the right to compare. */
export async function enterRoom(ctx: Context, interviewId: string): Promise<Room> {
  const interview = await findInterview(ctx, interviewId);
  if (!interview || (seatHere(interview) === "none" && !mayCompare(ctx.member.roles))) {
    throw new Problem("NOT_FOUND", "There is no such debrief, or you have no seat in it");
  }
  const seats = await listSeats(ctx, [interviewId]);
  const steps = await listDebriefSteps(ctx, interviewId);
  const viewer = { memberId: ctx.member.id, roles: ctx.member.roles, seatHere: seatHere(interview) };
  const state = debriefState(new Set(steps.map(({ step }) => step)), seats);
  return { interview, seats, steps, state, blind: isBlindHere(viewer) };
}

/** Refuses a lead who is still to score here: who leads a debrief must not learn the others' marks first. */
export function requireSeeing({ blind }: Room): void {
  if (blind)
    throw new Problem("FORBIDDEN", "You are still to score this interview. Submit your own scorecard first");
}

/**
 * What travels: before the reveal, and to whom is blind here, who is in and nothing that anybody scored. Where
 * live events go on is read first: nothing in between is missed.
 */
export async function debriefView(ctx: Context, interviewId: string): Promise<Debrief> {
  const asOf = await lastEventSeq(ctx);
  const { interview, seats, steps, state, blind } = await enterRoom(ctx, interviewId);
  const rubric = (await rubricsById(ctx, [interview.rubricVersionId])).get(interview.rubricVersionId);
  if (!rubric) throw new Problem("INTERNAL", "This interview's rubric version is missing");
  const here = await listArrivals(ctx, interviewId, new Date(ctx.now.getTime() - HERE_FOR_MS));
  const shown = state === "revealed" && !blind;
  const cards = shown ? await listSubmittedScorecards(ctx, [interviewId]) : [];
  const decisions = shown ? await listDecisions(ctx, [interviewId]) : [];
  const taken = (name: DebriefStep) => {
    const found = steps.find(({ step }) => step === name);
    // Whoever opened early has read the marks, and the reason may speak of them.
    return found ? { by: found.by, at: found.at.toISOString(), reason: blind ? null : found.reason } : null;
  };
  return {
    interviewId,
    applicationId: interview.applicationId,
    candidate: interview.candidate,
    opening: interview.opening,
    rubric: rubricView(rubric),
    state,
    seats: seats.map((seat) => ({
      ...seatView(seat, ctx.member.id),
      here: here.some(({ id }) => id === seat.member.id),
    })),
    guests: here.filter(({ id }) => !seats.some(({ member }) => member.id === id)),
    openedEarly: taken("opened-early"),
    revealed: taken("revealed"),
    blind,
    leads: mayLeadDebrief(ctx.member.roles),
    agenda: shown ? byDisagreementFirst(cards.map(({ content }) => content)) : [],
    scorecards: cards.map((card) => revealedView(card, new Map([[rubric.id, rubric]]))),
    decisions: decisions.map(decisionView),
    asOf,
  };
}
