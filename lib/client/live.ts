import { type LiveEvent, liveEvent } from "@/lib/contracts/events";
import { backoffMs } from "./backoff";

/** What a stream needs of the browser's `EventSource`. */
export interface Source extends EventTarget {
  readonly readyState: number;
  close(): void;
}

/** `EventSource.CLOSED`: the browser has given up and will not come back by itself. */
const CLOSED = 2;

export interface Live {
  /** Ends the connection and keeps the place: for a page that nobody looks at. */
  pause(): void;
  /** Comes back and is told what happened in between. */
  resume(): void;
}

/**
 * Follows live events from `since` on. The browser mends a torn connection itself; a refused one is tried again here,
 * ever more rarely. Nothing is told twice: a number that is not new is passed over.
 * @param open makes the connection that tells what follows a number; @param chance in [0, 1)
 */
export function followLive(
  since: number,
  onEvent: (event: LiveEvent) => void,
  open: (since: number) => Source,
  chance: () => number = Math.random,
): Live {
  let seq = since;
  let failures = 0;
  let source: Source | null = null;
  let waiting: ReturnType<typeof setTimeout> | null = null;

  function begin(): void {
    waiting = null;
    const opened = open(seq);
    source = opened;
    opened.addEventListener("open", () => {
      failures = 0;
    });
    opened.addEventListener("message", (message) => {
      const event = message instanceof MessageEvent ? readEvent(message.data) : null;
      if (event === null || (event.seq <= seq && event.kind !== "reset")) return;
      seq = event.seq;
      onEvent(event);
    });
    opened.addEventListener("error", () => {
      if (opened.readyState !== CLOSED || source !== opened) return;
      failures += 1;
      waiting = setTimeout(begin, backoffMs(failures, chance()));
    });
  }

  begin();
  return {
    pause() {
      if (waiting !== null) clearTimeout(waiting);
      waiting = null;
      source?.close();
      source = null;
    },
    resume() {
      if (source === null && waiting === null) begin();
    },
  };
}

/**
 * Whether a change may concern this place: it names it, or a place around it, or no place at all (an import into
 * several openings). A page of a whole opening leaves `applicationId` out.
 */
export function touches(event: LiveEvent, place: { openingId: string; applicationId?: string }): boolean {
  if (event.practiceRoundId !== null) return false;
  if (event.openingId !== null && event.openingId !== place.openingId) return false;
  return (
    event.applicationId === null ||
    place.applicationId === undefined ||
    event.applicationId === place.applicationId
  );
}

function readEvent(data: unknown): LiveEvent | null {
  try {
    return liveEvent.safeParse(JSON.parse(String(data))).data ?? null;
  } catch {
    return null;
  }
}
