import { openCard } from "./open-cards";
import { keepOpen, runnerFor } from "./open-scorecards";
import type { CardRow } from "./store/database";
import { recallSnapshot } from "./store/snapshot";

/** Sends what was left unsaved in this browser, without a screen; a scorecard that is open sends for itself. */
export async function sendLeftovers(cards: readonly CardRow[]): Promise<void> {
  for (const card of cards) {
    if (openCard(card.scorecardId)) continue;
    const seen = await recallSnapshot(card);
    if (!seen?.interview.mine) continue;
    const { interview } = seen;
    const { content, revision, submittedAt } = seen.interview.mine;
    const start = { content, revision, submittedAt, rubricVersionId: interview.rubric.id };
    const { scorecardId, interviewId, ownerId } = card;
    const place = { scorecardId, interviewId, ownerId, candidate: interview.candidate.name };
    keepOpen(runnerFor(place, start));
  }
}
