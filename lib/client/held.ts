import { HELD_SPANS_MAX } from "@/lib/contracts/limits";
import type { Operation } from "@/lib/contracts/operations";

export interface Span {
  clientId: string;
  from: number;
  to: number;
}

type Numbered = Pick<Operation, "clientId" | "clientSeq">;

/** By client, from the lowest number to the highest, whatever lies between. */
export function spansOf(operations: readonly Numbered[]): Span[] {
  const spans = new Map<string, Span>();
  for (const { clientId, clientSeq } of operations) {
    const span = spans.get(clientId) ?? { clientId, from: clientSeq, to: clientSeq };
    span.from = Math.min(span.from, clientSeq);
    span.to = Math.max(span.to, clientSeq);
    spans.set(clientId, span);
  }
  return [...spans.values()];
}

/** Unbroken runs of these very numbers, the newest where there are too many: a number between was never taken. */
export function runsOf(operations: readonly Numbered[]): Span[] {
  const runs: Span[] = [];
  const inOrder = [...operations].sort(
    (a, b) => a.clientId.localeCompare(b.clientId) || a.clientSeq - b.clientSeq,
  );
  for (const { clientId, clientSeq } of inOrder) {
    const last = runs.at(-1);
    if (last?.clientId === clientId && clientSeq <= last.to + 1) last.to = clientSeq;
    else runs.push({ clientId, from: clientSeq, to: clientSeq });
  }
  return runs.slice(-HELD_SPANS_MAX);
}
