import type { Context } from "@/db/context";
import {
  type DecisionRecord,
  listDebriefStepsOf,
  listDecisions,
  type StepRecord,
} from "@/db/queries/debriefs";
import { listSeats, type SeatRecord } from "@/db/queries/interviews";
import { type WalkedInterview, walkOpening } from "@/db/queries/opening-stream";
import { listSubmittedScorecards, type ScorecardRecord } from "@/db/queries/scorecards";
import { byInterview } from "../shared/views";

export type SubmittedCard = ScorecardRecord & { submittedAt: Date };

export interface HeldInterview {
  id: string;
  scheduledAt: Date;
  /** The viewer is still to score here: of it they get its seats and nothing that was said. */
  blind: boolean;
  cards: SubmittedCard[];
  seats: SeatRecord[];
  steps: StepRecord[];
  decisions: DecisionRecord[];
}

export interface WalkedCandidate extends Omit<WalkedInterview, "interview"> {
  interviews: HeldInterview[];
}

/** What a file wants to know of each interview; scorecards alone cost a third of it all. */
type Depth = "scorecards" | "everything";

/** An opening's candidates one after another, each with everything the viewer may see. */
export async function* walkCandidates(
  ctx: Context,
  openingId: string,
  depth: Depth = "everything",
): AsyncGenerator<WalkedCandidate> {
  let current = null as WalkedCandidate | null;
  for await (const batch of walkOpening(ctx, openingId)) {
    const held = await heldOf(ctx, batch, depth);
    for (const { applicationId, candidate, interview } of batch) {
      // A candidate's interviews may begin in one batch and end in the next.
      if (current?.applicationId !== applicationId) {
        if (current) yield current;
        current = { applicationId, candidate, interviews: [] };
      }
      if (interview) current.interviews.push(held(interview));
    }
  }
  if (current) yield current;
}

async function heldOf(ctx: Context, batch: readonly WalkedInterview[], depth: Depth) {
  const interviews = batch.flatMap(({ interview }) => interview ?? []);
  const ids = interviews.map(({ id }) => id);
  const cards = byInterview(await listSubmittedScorecards(ctx, ids));
  const seats = byInterview(depth === "everything" ? await listSeats(ctx, ids) : []);
  const open = depth === "everything" ? interviews.flatMap(({ id, blind }) => (blind ? [] : id)) : [];
  const steps = byInterview(await listDebriefStepsOf(ctx, open));
  const decisions = byInterview(await listDecisions(ctx, open));
  return (interview: (typeof interviews)[number]): HeldInterview => ({
    ...interview,
    cards: cards.get(interview.id) ?? [],
    seats: seats.get(interview.id) ?? [],
    steps: steps.get(interview.id) ?? [],
    decisions: decisions.get(interview.id) ?? [],
  });
}
