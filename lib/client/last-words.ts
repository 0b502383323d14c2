import type { Operation } from "@/lib/contracts/operations";

/** What a page that leaves says to the worker: it lives a little longer, and needs no network. */
export interface LastWords {
  kind: "last-words";
  scorecardId: string;
  operations: readonly Operation[];
}

/** Has the worker write what the disk has not taken yet. Without a worker there is the last request alone. */
export function handOver(scorecardId: string, operations: readonly Operation[]): void {
  const words: LastWords = { kind: "last-words", scorecardId, operations };
  navigator.serviceWorker?.controller?.postMessage(words);
}

/** Only our own pages can speak to the worker, and whoever reads the disk checks each change: the kind is enough. */
export function isLastWords(data: unknown): data is LastWords {
  return typeof data === "object" && data !== null && Reflect.get(data, "kind") === "last-words";
}
