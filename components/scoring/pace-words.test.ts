import { expect, test } from "vitest";
import { readTimer, type TimerEvent } from "@/lib/domain/beats";
import { paceWords } from "./pace-words";

/** An answer of so many seconds, with so many on probes in the middle of it. */
function answered(seconds: number, probing = 0) {
  const at = (s: number) => 1_000_000 + s * 1_000;
  const events: TimerEvent[] = [{ id: "a", kind: "beat", beat: "situation", at: at(0) }];
  if (probing > 0) {
    events.push({ id: "b", kind: "probe-on", beat: null, at: at(10) });
    events.push({ id: "c", kind: "probe-off", beat: null, at: at(10 + probing) });
  }
  events.push({ id: "d", kind: "end", beat: null, at: at(seconds + probing) });
  return readTimer(events, at(9_999));
}

test.each([
  [89, "Under 90 s"],
  [90, "Within 90 to 120 s"],
  [120, "Within 90 to 120 s"],
  [121, "Over 120 s"],
])("%i seconds of answer: %s, as information", (seconds, words) => {
  expect(paceWords(answered(seconds))).toBe(`${words}: information, not a score.`);
});

test("time on probes makes nobody late", () => {
  expect(paceWords(answered(100, 65))).toBe(
    "Within 90 to 120 s: information, not a score. Probing, 1:05, is apart.",
  );
});
