import type { CardPlace } from "./card-ports";
import { onMember } from "./device";
import type { OutboxRunner } from "./outbox-ports";
import { isOnlyHere } from "./save-state";
import type { SubmissionRunner } from "./submission-runner";

interface Tied {
  place: CardPlace;
  runner: OutboxRunner;
  submission: SubmissionRunner;
}

let listening = false;

/** Ties the scorecards that are open to this window, once: its network, its focus, its closing, who is signed in. */
export function tieToWindow(cards: () => readonly Tied[]): void {
  if (listening) return;
  listening = true;
  const each = (deed: (runner: OutboxRunner, place: CardPlace) => void) => () => {
    for (const { runner, place } of cards()) deed(runner, place);
  };
  const wakeAll = each((runner) => runner.wake());
  window.addEventListener("online", wakeAll);
  // Back from another tab, perhaps from signing in again.
  window.addEventListener("focus", wakeAll);
  document.addEventListener(
    "visibilitychange",
    // A hidden page may never hear that it is closed: a phone just ends it.
    each((runner) => (document.visibilityState === "hidden" ? runner.leave() : runner.wake())),
  );
  window.addEventListener(
    "pagehide",
    each((runner) => runner.leave()),
  );
  window.addEventListener("beforeunload", (event) => {
    for (const { runner, submission } of cards()) {
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
