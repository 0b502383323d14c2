import { applyOperations, catchUp, openDraft } from "@/lib/contracts/outlines";
import { ApiProblem, call } from "./api";
import { asOwner, patience } from "./as-owner";
import { backoffMs } from "./backoff";
import { deviceDatabase, deviceKind } from "./device";
import { spansOf } from "./held";
import { newId } from "./ids";
import { handOver } from "./last-words";
import type { OutboxPorts } from "./outbox-ports";
import { serverNow } from "./steady-clock";
import { openScorecardStore, type ScorecardStore } from "./store/scorecard-store";
import { takeTurns } from "./turns";

/** A network that hiccups just now; after this, changes go out at once and are kept in memory. */
const KEY_TRIES = 3;

/** Whose scorecard it is, and where it belongs. */
export interface CardPlace {
  scorecardId: string;
  interviewId: string;
  ownerId: string;
  /** For saying whose it is on other pages; never written anywhere. */
  candidate: string;
}

/** This browser's part of the store for a scorecard; the server is asked for a key only when it is new here. */
export async function openStore({ scorecardId, interviewId, ownerId }: CardPlace): Promise<ScorecardStore> {
  const fetchKey = async () => {
    for (let failures = 1; ; failures += 1) {
      try {
        return (await call(openDraft, { scorecardId }, patience())).key;
      } catch (problem) {
        const again = problem instanceof ApiProblem && problem.retryable && failures < KEY_TRIES;
        if (!again) throw problem;
        await new Promise((next) => setTimeout(next, backoffMs(failures, Math.random())));
      }
    }
  };
  return openScorecardStore(await deviceDatabase(), { scorecardId, interviewId, ownerId, fetchKey });
}

/** What a scorecard's outbox has of this browser and of the server. */
export function portsOf({ scorecardId, ownerId }: CardPlace, store: Promise<ScorecardStore>): OutboxPorts {
  return {
    send: (operations, { keepalive }) =>
      asOwner(ownerId, () =>
        call(
          applyOperations,
          { scorecardId, operations: [...operations] },
          { keepalive, ...(keepalive ? {} : patience()) },
        ),
      ),
    catchUp: (acknowledged) => call(catchUp, { scorecardId, held: spansOf(acknowledged) }, patience()),
    store,
    handOver: (operations) => handOver(scorecardId, operations),
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
