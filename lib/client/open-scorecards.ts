import { openDraftContract } from "@/lib/contracts/drafts";
import { applyOperationsContract, catchUpContract } from "@/lib/contracts/operations";
import { listErasedScorecardsContract } from "@/lib/contracts/privacy";
import { ApiProblem, call } from "./api";
import { asOwner, patience } from "./as-owner";
import { backoffMs } from "./backoff";
import { deviceDatabase, deviceKind, onMember, unsentCards } from "./device";
import { spansOf } from "./held";
import { newId } from "./ids";
import { runKeptSubmission } from "./kept-submission";
import { memberHere } from "./member";
import { hasUnsaved, isOnlyHere, type OutboxStart } from "./outbox";
import { type OutboxPorts, type OutboxRunner, runOutbox } from "./outbox-runner";
import { serverNow } from "./steady-clock";
import {
  forgetErasedCards,
  openScorecardStore,
  recallSnapshot,
  type ScorecardStore,
} from "./store/scorecard-store";
import type { SubmissionRunner } from "./submission-runner";
import { tellSubmitting } from "./submitting";
import { takeTurns } from "./turns";
import type { Interview } from "./use-interview";

/** A network that hiccups just now; after this, changes go out at once and are kept in memory. */
const KEY_TRIES = 3;

/** Whoever signs out waits this long for a last save; what is not saved by then stays encrypted. */
const LAST_SAVE_MS = 3_000;
const LOOK_AGAIN_MS = 50;

/** Whose scorecard it is, and where it belongs. */
export interface CardPlace {
  scorecardId: string;
  interviewId: string;
  ownerId: string;
  /** For saying whose it is on other pages; never written anywhere. */
  candidate: string;
}

interface Open {
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
const open = new Map<string, Open>();

/** The runner of a scorecard: the one of a moment ago, told of the page's news, else a new one over the page's content. */
export function runnerFor(place: CardPlace, start: Omit<OutboxStart, "clientId">): OutboxRunner {
  const present = open.get(place.scorecardId);
  if (present) return present.runner;
  const made = makeOpen(place, start);
  // Rendering on the server, or a render that React throws away, must leave nothing behind.
  pending.set(made.runner, made);
  return made.runner;
}

const pending = new WeakMap<OutboxRunner, Open>();

function makeOpen(place: CardPlace, start: Omit<OutboxStart, "clientId">): Open {
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

async function openStore({ scorecardId, interviewId, ownerId }: CardPlace): Promise<ScorecardStore> {
  const fetchKey = async () => {
    for (let failures = 1; ; failures += 1) {
      try {
        return (await call(openDraftContract, { scorecardId }, patience())).key;
      } catch (problem) {
        const again = problem instanceof ApiProblem && problem.retryable && failures < KEY_TRIES;
        if (!again) throw problem;
        await new Promise((next) => setTimeout(next, backoffMs(failures, Math.random())));
      }
    }
  };
  return openScorecardStore(await deviceDatabase(), { scorecardId, interviewId, ownerId, fetchKey });
}

function portsOf({ scorecardId, ownerId }: CardPlace, store: Promise<ScorecardStore>): OutboxPorts {
  return {
    send: (operations, { keepalive }) =>
      asOwner(ownerId, () =>
        call(
          applyOperationsContract,
          { scorecardId, operations: [...operations] },
          { keepalive, ...(keepalive ? {} : patience()) },
        ),
      ),
    catchUp: (acknowledged) =>
      call(catchUpContract, { scorecardId, held: spansOf(acknowledged) }, patience()),
    store,
    turn: (onTurn) => takeTurns(`plumbline.send.${scorecardId}`, onTurn),
    ...(typeof window === "undefined" ? {} : { device: deviceKind() }),
    now: serverNow,
    monotonic: () => performance.now(),
    chance: Math.random,
    newId,
    after(ms, run) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  };
}

/** Ties a runner to this window: store, network, focus and the closing of the tab. */
export function keepOpen(runner: OutboxRunner): void {
  const made = pending.get(runner);
  if (!made || open.has(made.place.scorecardId)) return;
  open.set(made.place.scorecardId, made);
  made.begin();
  runner.subscribe(() => purgeWhenDone(made));
  made.submission.subscribe(tellElsewhere);
  listenOnce();
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
  const hidden = [...open.values()].filter(({ screens }) => screens === 0);
  tellSubmitting(
    hidden.flatMap(({ place: { scorecardId, interviewId, candidate }, submission }) => {
      const state = submission.read();
      if (state.phase === "idle" && state.problem === null) return [];
      const { undo, takeBack, stop } = submission;
      return [{ scorecardId, interviewId, candidate, state, undo, takeBack, dismiss: stop }];
    }),
  );
}

/** Sends what this member left unsaved in this browser, without a screen; a scorecard that is open sends for itself. */
export async function sendLeftovers(memberId: string): Promise<void> {
  for (const card of await unsentCards(memberId)) {
    if (open.has(card.scorecardId)) continue;
    const seen = await recallSnapshot(card);
    if (!seen?.interview.mine) continue;
    const { interview } = seen;
    const { content, revision, submittedAt } = seen.interview.mine;
    const start = { content, revision, submittedAt, rubricVersionId: interview.rubric.id };
    const { scorecardId, interviewId, ownerId } = card;
    const place = { scorecardId, interviewId, ownerId, candidate: interview.candidate.name };
    const made = makeOpen(place, start);
    pending.set(made.runner, made);
    keepOpen(made.runner);
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
  let wasOpen = false;
  for (const scorecardId of gone) {
    const here = open.get(scorecardId);
    if (!here) continue;
    wasOpen = true;
    open.delete(scorecardId);
    here.submission.stop();
    here.runner.stop();
  }
  return wasOpen;
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

/** Before signing out: what is being written goes to the disk and, while the server answers, out; so does a submission. */
export async function saveEverything(): Promise<void> {
  for (const { runner, submission } of open.values()) {
    runner.settle();
    submission.sendNow();
  }
  const deadline = performance.now() + LAST_SAVE_MS;
  const busy = () =>
    [...open.values()].some(
      ({ runner, submission }) => hasUnsaved(runner.read()) || submission.read().phase === "sending",
    );
  while (busy() && performance.now() < deadline) await new Promise((next) => setTimeout(next, LOOK_AGAIN_MS));
}

/** Submitted and all saved: drafts, snapshot and key have no business here any more. */
function purgeWhenDone({ place, runner, store, submission }: Open): void {
  const outbox = runner.read();
  // What came too late is kept until its author has seen it (late-changes).
  if (outbox.submittedAt === null || hasUnsaved(outbox) || outbox.late.length > 0) return;
  open.delete(place.scorecardId);
  submission.stop();
  tellElsewhere();
  // A store that never opened holds nothing.
  store.then((opened) => opened.purge()).catch(() => {});
  runner.stop();
}

let listening = false;

function listenOnce(): void {
  if (listening) return;
  listening = true;
  const each = (deed: (runner: OutboxRunner, place: CardPlace) => void) => () => {
    for (const { runner, place } of open.values()) deed(runner, place);
  };
  const wakeAll = each((runner) => runner.wake());
  window.addEventListener("online", wakeAll);
  // Back from another tab, perhaps from signing in again.
  window.addEventListener("focus", wakeAll);
  document.addEventListener(
    "visibilitychange",
    each((runner) => (document.visibilityState === "hidden" ? runner.settle() : runner.wake())),
  );
  window.addEventListener(
    "pagehide",
    each((runner) => runner.leave()),
  );
  window.addEventListener("beforeunload", (event) => {
    for (const { runner, submission } of open.values()) {
      runner.settle();
      // Nobody is asked while the store has it: reopening shows everything again, and goes on submitting.
      const onlyHere = isOnlyHere(runner.read()) || submission.read().phase !== "idle";
      if (runner.read().storage === "memory" && onlyHere) event.preventDefault();
    }
  });
  onMember((memberId) =>
    each((runner, { ownerId }) =>
      memberId === ownerId ? runner.sessionBack() : runner.sessionOver(memberId !== null),
    )(),
  );
}
