import type { Context } from "@/db/context";
import { countBlindInterviews } from "@/db/queries/panel-ratings";
import { listRubricsOf, type RubricRecord } from "@/db/queries/rubrics";
import { stageOf } from "@/lib/domain/candidate-list";
import { type CountedOn, countsOfOne, panelComposite } from "@/lib/domain/composite";
import { decisionView, rubricView, scorecardComposite, seatView } from "../shared/views";
import {
  type HeldInterview,
  type SubmittedCard,
  type WalkedCandidate,
  walkCandidates,
} from "./walk-scorecards";

/** Moves when a reader of the file would have to change. */
const FORM = 1;

const HOW_COMPUTED =
  "Fold each calibration mark by the fold of its scorecard's rubric version; take the mean per dimension over observed ratings; weigh each dimension by the mean weight that those ratings' versions give it; a composite needs four observed dimensions.";

type Versions = ReadonlyMap<string, RubricRecord>;

/** An opening whole: who was to score, every rating, every decision. One candidate in memory at a time. */
export async function* openingJson(
  ctx: Context,
  opening: { id: string; title: string },
): AsyncGenerator<string> {
  const rubrics = await listRubricsOf(ctx, opening.id);
  const versions = new Map(rubrics.map((rubric) => [rubric.id, rubric]));
  const head = JSON.stringify({
    plumbline: "opening",
    form: FORM,
    exportedAt: ctx.now.toISOString(),
    exportedBy: { id: ctx.member.id, name: ctx.member.name },
    opening,
    howComputed: HOW_COMPUTED,
    rubricVersions: rubrics.map(rubricView),
    hiddenInterviews: await countBlindInterviews(ctx, [opening.id]),
  });
  yield `${head.slice(0, -1)},"candidates":[`;
  let separator = "\n";
  for await (const candidate of walkCandidates(ctx, opening.id)) {
    yield separator + JSON.stringify(candidateOf(ctx, candidate, versions));
    separator = ",\n";
  }
  yield "\n]}\n";
}

function candidateOf(
  ctx: Context,
  { applicationId, candidate, interviews }: WalkedCandidate,
  versions: Versions,
) {
  const cards = interviews.flatMap((interview) => interview.cards);
  return {
    applicationId,
    candidate,
    stage: stageOf(progressOf(interviews), ctx.now),
    composite: panelComposite(cards.flatMap((card) => countedOn(card, versions))),
    interviews: interviews.map((interview) => interviewOf(ctx, interview, versions)),
  };
}

function progressOf(interviews: readonly HeldInterview[]) {
  const seats = interviews.flatMap((interview) => interview.seats);
  return {
    seats: seats.length,
    submitted: seats.filter(({ submittedAt }) => submittedAt !== null).length,
    heldAt: interviews[0]?.scheduledAt ?? null,
  };
}

/** Where you are still to score, seats and their completion are all there is. */
function interviewOf(
  ctx: Context,
  { id, scheduledAt, blind, seats, cards, steps, decisions }: HeldInterview,
  versions: Versions,
) {
  return {
    interviewId: id,
    scheduledAt: scheduledAt.toISOString(),
    hiddenFromYou: blind,
    seats: seats.map((seat) => seatView(seat, ctx.member.id)),
    scorecards: cards.map((card) => scorecardOf(card, versions)),
    debrief: {
      steps: steps.map(({ step, by, at, reason }) => ({ step, by, at: at.toISOString(), reason })),
      decisions: decisions.map(decisionView),
    },
  };
}

function scorecardOf(card: SubmittedCard, versions: Versions) {
  return {
    scorecardId: card.scorecardId,
    interviewer: card.author,
    rubricVersionId: card.rubricVersionId,
    submittedAt: card.submittedAt.toISOString(),
    composite: scorecardComposite(card, versions),
    ...card.content,
    amendments: card.amendments,
  };
}

function countedOn({ rubricVersionId, content }: SubmittedCard, versions: Versions): CountedOn[] {
  const version = versions.get(rubricVersionId);
  return version
    ? [{ counts: countsOfOne(content.ratings), weights: version.weights, fold: version.fold }]
    : [];
}
