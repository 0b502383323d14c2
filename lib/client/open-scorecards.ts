import { type CardPlace, openStore, portsOf } from "./card-ports";
import { newId } from "./ids";
import { runKeptSubmission } from "./kept-submission";
import { memberHere } from "./member";
import { addOpenCard, closeCard, type OpenCard, openCard, openCards, tellElsewhere } from "./open-cards";
import type { OutboxRunner } from "./outbox-ports";
import { runOutbox } from "./outbox-runner";
import type { OutboxStart } from "./outbox-state";
import { hasUnsaved } from "./save-state";
import type { SubmissionRunner } from "./submission-runner";
import type { Interview } from "./use-interview";
import { tieToWindow } from "./window-ties";

/** The runner of a scorecard: the one of a moment ago, told of the page's news, else a new one over the page's content. */
export function runnerFor(place: CardPlace, start: Omit<OutboxStart, "clientId">): OutboxRunner {
  const present = openCard(place.scorecardId);
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
  if (!made || openCard(made.place.scorecardId)) return;
  addOpenCard(made);
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

/** Keeps the interview as just seen, for opening it without a network. */
export async function rememberInterview(interview: Interview): Promise<void> {
  const scorecardId = interview.mine?.scorecardId;
  const store = scorecardId === undefined ? undefined : openCard(scorecardId)?.store;
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
