import { v7 } from "uuid";
import { ApiProblem } from "@/lib/client/api";
import type { OutboxRunner } from "@/lib/client/outbox-ports";
import { runOutbox } from "@/lib/client/outbox-runner";
import { hasUnsaved } from "@/lib/client/save-state";
import { applyOperationsContract, type Operation } from "@/lib/contracts/operations";
import type { Change } from "@/lib/domain/changes";
import { DIMENSIONS, type Mark, marksOf } from "@/lib/domain/scale";
import { EMPTY_SCORECARD } from "@/lib/domain/scorecard";
import { seededRandom } from "@/lib/stats/random";
import { type Answer, ask, outputOf } from "../support/ask";
import type { SignedIn } from "../support/interviewers";

/** The pace of the stream: much faster than a person, slow enough that most changes travel alone. */
const BETWEEN_CHANGES_MS = 8;

/** One interviewer at work in a browser's own outbox, and everything this told them. */
export interface Author {
  readonly who: SignedIn;
  readonly scorecardId: string;
  readonly outbox: OutboxRunner;
  /** Every operation made, by id, whatever became of it. */
  readonly made: Map<string, Operation>;
  /** Ids that an answer with status 200 named. */
  readonly acknowledged: Set<string>;
  /** Every answer of the server, in order; a request without one leaves nothing here. */
  readonly answers: Answer[];
  /** Makes this many changes, one after another; resolves when the last is made, not when it is saved. */
  work(changes: number): Promise<void>;
  /** Resolves when nothing is left to send. */
  saved(): Promise<void>;
}

/** @param seed decides what is entered: the same seed, the same interview */
export function openAuthor(
  address: string,
  card: { who: SignedIn; scorecardId: string; rubricVersionId: string },
  seed: number,
): Author {
  const { who, scorecardId, rubricVersionId } = card;
  const made = new Map<string, Operation>();
  const acknowledged = new Set<string>();
  const answers: Answer[] = [];
  const random = seededRandom(seed);
  const start = { clientId: v7(), rubricVersionId, content: EMPTY_SCORECARD, revision: 0, submittedAt: null };
  const outbox = runOutbox(start, {
    send: async (operations) => {
      const answer = await ask(address, who.cookie, applyOperationsContract, {
        scorecardId,
        operations: [...operations],
      }).catch((cause: unknown) => {
        throw new ApiProblem("NETWORK", "No answer", { retryable: true, cause });
      });
      answers.push(answer);
      const output = outputOf(applyOperationsContract, answer);
      for (const { opId } of output.applied) acknowledged.add(opId);
      return output;
    },
    now: Date.now,
    monotonic: () => performance.now(),
    chance: random,
    newId: v7,
    after(ms, run) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  });
  outbox.subscribe(() => {
    for (const operation of outbox.read().waiting) made.set(operation.opId, operation);
  });
  const notes = [v7(), v7(), v7()];
  return {
    who,
    scorecardId,
    outbox,
    made,
    acknowledged,
    answers,
    work: async (changes) => {
      for (let left = changes; left > 0; left -= 1) {
        outbox.change(anyChange(random, notes));
        await new Promise((next) => setTimeout(next, BETWEEN_CHANGES_MS));
      }
    },
    saved: () => until(outbox, () => !hasUnsaved(outbox.read())),
  };
}

/** Resolves once `holds` is true, asked again whenever an outbox moves. */
export function until(outbox: OutboxRunner, holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!holds()) return;
      stop();
      resolve();
    };
    const stop = outbox.subscribe(look);
    look();
  });
}

function anyChange(random: () => number, notes: readonly string[]): Change {
  const pick = <T>(all: readonly T[], instead: T): T => all[Math.floor(random() * all.length)] ?? instead;
  const dimension = pick(DIMENSIONS, "ownership");
  const kind = random();
  if (kind < 0.6) {
    const mark = pick<Mark>(marksOf(dimension), 1);
    const value = random() < 0.1 ? null : { state: "observed" as const, mark };
    return { field: "rating", dimension, value };
  }
  if (kind < 0.9) {
    const text = `heard at ${Math.floor(random() * 1e6)}`;
    return { field: "note", noteId: pick(notes, v7()), value: { dimension, text, atMs: null } };
  }
  return { field: "recommendation", value: pick(["no", "yes", "strong-yes"] as const, "no") };
}
