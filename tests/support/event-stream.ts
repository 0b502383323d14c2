import { API_ROOT } from "@/lib/contracts/contract";
import { type LiveEvent, listenContract, liveEvent } from "@/lib/contracts/events";

/** An open stream of live events, as a browser's EventSource would hold it. */
export interface EventStream {
  status: number;
  /** Everything heard so far, with when it came. */
  heard: { event: LiveEvent; at: number }[];
  /** Everything that came over the wire, as it came. */
  text(): string;
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
    }
  };
  // A stream ends when the server or this test ends it; what was heard until then is what counts.
  read().catch(() => {});
  return { status: response.status, heard, text: () => text, close: () => ending.abort() };
}
