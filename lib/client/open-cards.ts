import type { CardPlace } from "./card-ports";
import type { OutboxRunner } from "./outbox-ports";
import { hasUnsaved } from "./save-state";
import type { ScorecardStore } from "./store/scorecard-store";
import type { SubmissionRunner } from "./submission-runner";
import { tellSubmitting } from "./submitting";

export interface OpenCard {
  place: CardPlace;
  runner: OutboxRunner;
  submission: SubmissionRunner;
  store: Promise<ScorecardStore>;
  /** How many screens show it. */
  screens: number;
  /** Opens the store; only a screen in a browser does. */
  begin: () => void;
}

/** Whoever signs out waits this long for a last save; what is not saved by then stays encrypted. */
const LAST_SAVE_MS = 3_000;
const LOOK_AGAIN_MS = 50;

/** Scorecards with a screen open, or still saving after the screen was left for another page. */
const open = new Map<string, OpenCard>();

/** Every scorecard that is open in this window. */
export const openCards = (): OpenCard[] => [...open.values()];

export const openCard = (scorecardId: string): OpenCard | undefined => open.get(scorecardId);

export function addOpenCard(card: OpenCard): void {
  open.set(card.place.scorecardId, card);
}

/** Ends what runs for a scorecard here; answers whether anything did. */
export function closeCard(scorecardId: string): boolean {
  const card = open.get(scorecardId);
  open.delete(scorecardId);
  card?.submission.stop();
  tellElsewhere();
  card?.runner.stop();
  return card !== undefined;
}

/** Other pages say what is being submitted behind them. */
export function tellElsewhere(): void {
  const hidden = openCards().filter(({ screens }) => screens === 0);
  tellSubmitting(
    hidden.flatMap(({ place: { scorecardId, interviewId, candidate }, submission }) => {
      const state = submission.read();
      if (state.phase === "idle" && state.problem === null) return [];
      const { undo, takeBack, stop } = submission;
      return [{ scorecardId, interviewId, candidate, state, undo, takeBack, dismiss: stop }];
    }),
  );
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
