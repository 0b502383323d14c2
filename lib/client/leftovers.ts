import { listErasedScorecardsContract } from "@/lib/contracts/privacy";
import { call } from "./api";
import { patience } from "./as-owner";
import { deviceDatabase, unsentCards } from "./device";
import { closeCard, keepOpen, openCards, runnerFor } from "./open-scorecards";
import { hasUnsaved } from "./save-state";
import { forgetErasedCards, recallSnapshot } from "./store/cards";

/** Whoever signs out waits this long for a last save; what is not saved by then stays encrypted. */
const LAST_SAVE_MS = 3_000;
const LOOK_AGAIN_MS = 50;

/** Sends what this member left unsaved in this browser, without a screen; a scorecard that is open sends for itself. */
export async function sendLeftovers(memberId: string): Promise<void> {
  for (const card of await unsentCards(memberId)) {
    if (openCards().some(({ place }) => place.scorecardId === card.scorecardId)) continue;
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

/**
 * Asks which of the scorecards kept in this browser were erased with their candidate, and forgets those: drafts,
 * snapshot, key. Answers whether one of them was open here.
 */
export async function forgetErased(memberId: string): Promise<boolean> {
  const gone = await forgetErasedCards(await deviceDatabase(), memberId, async (kept) => {
    const asked = { scorecards: kept.join(",") };
    return (await call(listErasedScorecardsContract, asked, patience())).scorecardIds;
  });
  return gone.filter(closeCard).length > 0;
}

/** Before signing out: what is being written goes to the disk and, while the server answers, out; so does a submission. */
export async function saveEverything(): Promise<void> {
  for (const { runner, submission } of openCards()) {
    runner.settle();
    submission.sendNow();
  }
  const deadline = performance.now() + LAST_SAVE_MS;
  const busy = () =>
    openCards().some(
      ({ runner, submission }) => hasUnsaved(runner.read()) || submission.read().phase === "sending",
    );
  while (busy() && performance.now() < deadline) await new Promise((next) => setTimeout(next, LOOK_AGAIN_MS));
}
