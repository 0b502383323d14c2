import { catchUp, submitScorecard } from "@/lib/contracts/outlines";
import { ApiProblem, call } from "./api";
import { asOwner } from "./as-owner";
import { backoffMs } from "./backoff";
import { runsOf } from "./held";
import type { OutboxRunner } from "./outbox-ports";
import { hasUnsaved } from "./save-state";
import { type SendSubmission, TakenBack } from "./submission-runner";

/** Waits until everything is saved, then submits; tries again until the server has answered. */
export function submitCard(
  { scorecardId, ownerId }: { scorecardId: string; ownerId: string },
  runner: OutboxRunner,
  stillMeant: () => Promise<boolean>,
): SendSubmission {
  return async (signal, { trouble, leaving }) => {
    runner.settle();
    const submittedAt = await untilAnswered(signal, trouble, async () => {
      await everythingSaved(runner, signal, trouble);
      if (!(await stillMeant())) throw new TakenBack();
      // What never left can be taken back without asking anybody.
      if (!navigator.onLine) throw unreachable();
      leaving();
      const held = runsOf(runner.read().acknowledged.map(({ operation }) => operation));
      const submit = () => call(submitScorecard, { scorecardId, held }, { signal });
      return (await asOwner(ownerId, submit).catch(giveAgain)).submittedAt;
    });
    runner.submitted(submittedAt);
  };

  /** The server lost what it once had: it is given that again before the submission is tried once more. */
  function giveAgain(problem: unknown): never {
    if (!(problem instanceof ApiProblem) || problem.details.lost === undefined) throw problem;
    runner.doubt();
    throw new ApiProblem(problem.code, "Your last changes are being saved again.", { retryable: true });
  }
}

/** Asks until the server says whether the scorecard is submitted. */
export async function hasArrived(
  scorecardId: string,
  runner: OutboxRunner,
  signal: AbortSignal,
): Promise<boolean> {
  const ask = () => call(catchUp, { scorecardId, held: [] }, { signal });
  const { submittedAt } = await untilAnswered(signal, () => {}, ask);
  if (submittedAt !== null) runner.submitted(submittedAt);
  return submittedAt !== null;
}

/** Asks again, ever more patiently, while nobody answers or the session is gone; a refusal is passed on. */
export async function untilAnswered<T>(
  signal: AbortSignal,
  onTrouble: (message: string | null) => void,
  ask: () => Promise<T>,
): Promise<T> {
  for (let failures = 0; ; ) {
    try {
      return await ask();
    } catch (problem) {
      if (signal.aborted || !(problem instanceof ApiProblem)) throw problem;
      if (!problem.retryable && problem.status !== 401) throw problem;
      failures += 1;
      onTrouble(problem.message);
      await pause(Math.max(backoffMs(failures, Math.random()), problem.retryAfterMs ?? 0), signal);
    }
  }
}

/** Resolves when the outbox is empty; rejects when the server refused something, so that a person decides. */
function everythingSaved(
  runner: OutboxRunner,
  signal: AbortSignal,
  onTrouble: (message: string | null) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const outbox = runner.read();
      if (signal.aborted) return finish(() => reject(signal.reason));
      if (outbox.refused.length > 0)
        finish(() => reject(new Error("Something could not be saved, so the scorecard was not submitted.")));
      // Before the store has been read, what it holds is not known yet.
      else if (outbox.storage !== "opening" && !hasUnsaved(outbox)) finish(resolve);
      else
        onTrouble(
          outbox.signedOut ? "Sign in again first." : outbox.failures > 0 ? unreachable().message : null,
        );
    };
    const stop = runner.subscribe(look);
    const finish = (settle: () => void) => {
      stop();
      signal.removeEventListener("abort", look);
      settle();
    };
    signal.addEventListener("abort", look);
    look();
  });
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

function unreachable(): ApiProblem {
  return new ApiProblem("NETWORK", "Plumbline cannot be reached from here just now.", { retryable: true });
}
