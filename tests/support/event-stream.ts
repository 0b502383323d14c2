import { API_ROOT } from "@/lib/contracts/contract";
import { type LiveEvent, listenContract, liveEvent } from "@/lib/contracts/events";

/** An open stream of live events, as a browser's EventSource would hold it. */
export interface EventStream {
  status: number;
  /** Everything heard so far, with when it came. */
  heard: { event: LiveEvent; at: number }[];
  /** Once more than so many were heard. */
  hears(moreThan: number): Promise<void>;
  /** Everything that came over the wire, as it came. */
  text(): string;
  /** Kept once either side has ended it. */
  ended: Promise<void>;
  close(): void;
}

/** Opens a stream with somebody's cookie; `lastEventId` comes back as a browser does after a lost connection. */
export async function openStream(
  address: string,
  cookie: string,
  lastEventId?: number,
): Promise<EventStream> {
  const ending = new AbortController();
  const headers = { cookie, ...(lastEventId === undefined ? {} : { "last-event-id": String(lastEventId) }) };
  const response = await fetch(`${address}${API_ROOT}${listenContract.path}`, {
    headers,
    signal: ending.signal,
  });
  const heard: EventStream["heard"] = [];
  let text = "";
  const waiting = new Set<() => void>();
  const hears = (moreThan: number) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (heard.length <= moreThan) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  const read = async () => {
    const decoder = new TextDecoder();
    let pending = "";
    for await (const chunk of response.body ?? []) {
      const part = decoder.decode(chunk as Uint8Array, { stream: true });
      text += part;
      pending += part;
      const blocks = pending.split("\n\n");
      pending = blocks.pop() ?? "";
      for (const data of blocks.flatMap((block) => /^data: (.+)$/m.exec(block)?.[1] ?? [])) {
        heard.push({ event: liveEvent.parse(JSON.parse(data)), at: Date.now() });
      }
      for (const look of [...waiting]) look();
    }
  };
  // A stream ends when the server or this test ends it; what was heard until then is what counts.
  const ended = read().catch(() => {});
  return { status: response.status, heard, hears, text: () => text, ended, close: () => ending.abort() };
}
