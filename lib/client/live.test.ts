import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { LiveEvent } from "@/lib/contracts/events";
import { followLive, type Source, touches } from "./live";

/** A connection in the test's hands; `EventSource` itself is the browser's. */
class Line extends EventTarget implements Source {
  readyState = 1;
  closed = false;
  readonly since: number;
  constructor(since: number) {
    super();
    this.since = since;
  }
  close() {
    this.closed = true;
  }
  says(seq: number, kind: LiveEvent["kind"] = "changed") {
    const event: LiveEvent = {
      seq,
      kind,
      openingId: null,
      applicationId: null,
      interviewId: null,
      practiceRoundId: null,
    };
    this.dispatchEvent(new MessageEvent("message", { data: JSON.stringify(event) }));
  }
  isRefused() {
    this.readyState = 2;
    this.dispatchEvent(new Event("error"));
  }
}

let lines: Line[];
let heard: number[];
const follow = () =>
  followLive(
    7,
    ({ seq }) => heard.push(seq),
    (since) => {
      const line = new Line(since);
      lines.push(line);
      return line;
    },
    () => 0.5,
  );
const last = () => {
  const line = lines.at(-1);
  if (!line) throw new Error("No connection was made");
  return line;
};

beforeEach(() => {
  vi.useFakeTimers();
  lines = [];
  heard = [];
});
afterEach(() => vi.useRealTimers());

test("what was told before is not told again, whatever a renewed connection repeats", () => {
  follow();
  expect(last().since).toBe(7);
  last().says(8);
  last().says(9);
  last().says(9);
  last().says(6);
  expect(heard).toEqual([8, 9]);
});

test("a refused stream is tried again, ever more rarely, from where it stood", () => {
  follow();
  last().says(12);
  last().isRefused();
  expect(lines).toHaveLength(1);
  vi.advanceTimersByTime(1_000);
  expect(lines).toHaveLength(2);
  expect(last().since).toBe(12);
  last().isRefused();
  vi.advanceTimersByTime(400);
  expect(lines).toHaveLength(2);
  vi.advanceTimersByTime(400);
  expect(lines).toHaveLength(3);
});

test("a hidden page holds no connection, and is told on its return what it missed", () => {
  const live = follow();
  last().says(8);
  live.pause();
  expect(last().closed).toBe(true);
  live.resume();
  live.resume();
  expect(lines.map(({ since }) => since)).toEqual([7, 8]);
});

test("after a reset the numbers start where it says, also lower: records were put back", () => {
  follow();
  last().says(3, "reset");
  last().says(4);
  expect(heard).toEqual([3, 4]);
});

test("what cannot be read is passed over", () => {
  follow();
  last().dispatchEvent(new MessageEvent("message", { data: "{" }));
  last().dispatchEvent(new MessageEvent("message", { data: '{"seq":"8"}' }));
  last().says(8);
  expect(heard).toEqual([8]);
});

test("a change concerns who shows its place, and everybody where it names none: an import into several openings", () => {
  const places = { openingId: null, applicationId: null, interviewId: null, practiceRoundId: null };
  const event = (over: Partial<LiveEvent>): LiveEvent => ({ seq: 1, kind: "changed", ...places, ...over });
  const [list, dossier] = [{ openingId: "o" }, { openingId: "o", applicationId: "a" }];
  const table: [Partial<LiveEvent>, boolean, boolean][] = [
    [{ openingId: "o", applicationId: "a" }, true, true],
    [{ openingId: "o", applicationId: "b" }, true, false],
    [{ openingId: "o" }, true, true],
    [{ openingId: "p", applicationId: "c" }, false, false],
    [{}, true, true],
    [{ practiceRoundId: "r" }, false, false],
  ];
  for (const [over, onList, onDossier] of table) {
    expect([touches(event(over), list), touches(event(over), dossier)]).toEqual([onList, onDossier]);
  }
});
