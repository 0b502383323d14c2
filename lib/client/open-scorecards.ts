import { type CardPlace, openStore, portsOf } from "./card-ports";
import { newId } from "./ids";
import { runKeptSubmission } from "./kept-submission";
import { memberHere } from "./member";
import type { OutboxRunner } from "./outbox-ports";
import { runOutbox } from "./outbox-runner";
import type { OutboxStart } from "./outbox-state";
import { hasUnsaved } from "./save-state";
import type { ScorecardStore } from "./store/scorecard-store";
import type { SubmissionRunner } from "./submission-runner";
import { tellSubmitting } from "./submitting";
import type { Interview } from "./use-interview";
import { tieToWindow } from "./window-ties";

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

/** Scorecards with a screen open, or still saving after the screen was left for another page. */
const open = new Map<string, OpenCard>();

/** Every scorecard that is open in this window. */
export const openCards = (): OpenCard[] => [...open.values()];

/** The runner of a scorecard: the one of a moment ago, told of the page's news, else a new one over the page's content. */
export function runnerFor(place: CardPlace, start: Omit<OutboxStart, "clientId">): OutboxRunner {
  const present = open.get(place.scorecardId);
  if (present) return present.runner;
  const made = makeOpen(place, start);
  // Rendering on the server, or a render that React throws away, must leave nothing behind.
  pending.set(made.runner, made);
  return made.runner;
}

const pending = new WeakMap<OutboxRunner, OpenCard>();

function makeOpen(place: CardPlace, start: Omit<OutboxStart, "clientId">): OpenCard {
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const store = begun.then(() => openStore(place));
  store.catch(() => {});
  const runner = runOutbox({ ...start, clientId: newId() }, portsOf(place, store));
  const submission = runKeptSubmission(place, runner, store);
  submissions.set(runner, submission);
  return { place, store, begin, runner, submission, screens: 0 };
}

const submissions = new WeakMap<OutboxRunner, SubmissionRunner>();

/** The submission that belongs to a scorecard's runner. */
export function submissionOf(runner: OutboxRunner): SubmissionRunner {
  const submission = submissions.get(runner);
  if (!submission) throw new Error("This runner was not made by runnerFor");
  return submission;
}

/** Ties a runner to this window: store, network, focus and the closing of the tab. */
export function keepOpen(runner: OutboxRunner): void {
  const made = pending.get(runner);
  if (!made || open.has(made.place.scorecardId)) return;
  open.set(made.place.scorecardId, made);
  made.begin();
  runner.subscribe(() => purgeWhenDone(made));
  made.submission.subscribe(tellElsewhere);
  tieToWindow(openCards);
}

/** As `keepOpen`, by a screen that shows the scorecard; answers how to say that the screen is gone. */
export function keepOnScreen(runner: OutboxRunner): () => void {
  keepOpen(runner);
  const made = pending.get(runner);
  if (!made) return () => {};
  made.screens += 1;
  tellElsewhere();
  return () => {
    made.screens -= 1;
    tellElsewhere();
  };
}

/** Other pages say what is being submitted behind them. */
function tellElsewhere(): void {
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

/** Keeps the interview as just seen, for opening it without a network. */
export async function rememberInterview(interview: Interview): Promise<void> {
  const scorecardId = interview.mine?.scorecardId;
  const store = scorecardId === undefined ? undefined : open.get(scorecardId)?.store;
  if (!store || interview.mine?.submittedAt !== null) return;
  const opened = await store;
  const me = memberHere();
  if (me) await opened.remember({ interview, me });
}

/** Submitted and all saved: drafts, snapshot and key have no business here any more. */
function purgeWhenDone({ place, runner, store }: OpenCard): void {
  const outbox = runner.read();
  // What came too late is kept until its author has seen it (late-changes).
  if (outbox.submittedAt === null || hasUnsaved(outbox) || outbox.late.length > 0) return;
  closeCard(place.scorecardId);
  // A store that never opened holds nothing.
  store.then((opened) => opened.purge()).catch(() => {});
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
