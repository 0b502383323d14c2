import type { Operation } from "@/lib/contracts/operations";
import type { OperationRow } from "./database";
import type { Draft } from "./rows";
import { seal } from "./seal";

/** What is sealed of an operation: its number stands beside it, and may not be known yet. */
export function sealDraft(
  key: CryptoKey,
  scorecardId: string,
  { clientId: _, clientSeq: __, ...made }: Draft,
) {
  return seal(key, aboutOf(scorecardId, made.opId), made);
}

/** A row that waits to be sent. */
export function waitingRow(
  scorecardId: string,
  { opId, clientId, clientSeq }: Operation,
  sealed: OperationRow["sealed"],
): OperationRow {
  return { opId, scorecardId, clientId, clientSeq, state: "waiting", revision: 0, savedAt: 0, sealed };
}

/** What a sealed thing is: the same words open it. */
export function aboutOf(scorecardId: string, what: string): string {
  return `${scorecardId} ${what}`;
}
