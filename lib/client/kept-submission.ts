import type { OutboxRunner } from "./outbox-ports";
import type { ScorecardStore } from "./store/scorecard-store";
import { runSubmission, type SubmissionRunner } from "./submission-runner";
import { hasArrived, submitCard } from "./submit-card";

/**
 * A scorecard's submission, meant by all tabs of this browser at once: pressed in one it counts down in the others, a
 * reload goes on with it, and taking it back anywhere takes it back. Without a store it lives in this tab alone.
 */
export function runKeptSubmission(
  { scorecardId, ownerId }: { scorecardId: string; ownerId: string },
  runner: OutboxRunner,
  store: Promise<ScorecardStore>,
): SubmissionRunner {
  let keeping: Promise<void> = Promise.resolve();
  /** False while the store has not taken what this tab means: then it cannot say that it was taken back. */
  let isKept = false;
  const keep = (inMs: number | null) => {
    const submitBy = inMs === null ? null : Date.now() + inMs;
    keeping = keeping
      .then(async () => (await store).mean(submitBy))
      .then(
        () => {
          isKept = true;
        },
        () => {
          isKept = false;
        },
      );
  };
  const meant = async () => {
    await keeping;
    return (await store).meant();
  };
  const stillMeant = async () => {
    const submitBy = await meant().catch(() => undefined);
    return submitBy !== null || !isKept;
  };
  const submission = runSubmission({
    send: submitCard({ scorecardId, ownerId }, runner, stillMeant),
    hasArrived: (signal) => hasArrived(scorecardId, runner, signal),
    keep,
    monotonic: () => performance.now(),
    after(ms, run) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  });
  const look = async (): Promise<void> => {
    const before = keeping;
    const submitBy = await meant();
    // Pressed or taken back here meanwhile: what was read is older than that.
    if (keeping !== before) return look();
    if (submitBy === null && isKept) submission.letGo();
    if (typeof submitBy !== "number" || runner.read().submittedAt !== null) return;
    isKept = true;
    submission.resume(Math.max(0, submitBy - Date.now()));
  };
  store
    .then((opened) => {
      opened.onChange(() => void look().catch(() => {}));
      return look();
    })
    // A browser that keeps nothing has nothing to go on with.
    .catch(() => {});
  return submission;
}
