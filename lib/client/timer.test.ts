import { describe, expect, test } from "vitest";
import { clockText, readTimer, type TimerEvent } from "@/lib/domain/beats";
import { momentOf, nextDeed, pauseDeed, probeDeed, type TimerDeed, timerEventOf } from "./timer";

/** Presses T, P and space at given seconds, as the cockpit does. */
function press(...presses: [at: number, what: "T" | "P" | "space"][]): TimerEvent[] {
  const events: TimerEvent[] = [];
  for (const [n, [at, what]] of presses.entries()) {
    const reading = readTimer(events, at * 1_000);
    const deed: TimerDeed | null = { T: nextDeed, P: probeDeed, space: pauseDeed }[what](reading);
    if (deed) events.push(timerEventOf(deed, events, at * 1_000, `e${n}`));
  }
  return events;
}

describe("the timer's keys", () => {
  test("T starts, walks the six beats and then ends the answer", () => {
    const events = press(
      [0, "T"],
      [12, "T"],
      [20, "T"],
      [45, "T"],
      [80, "T"],
      [100, "T"],
      [104, "T"],
      [200, "T"],
    );
    const reading = readTimer(events, 500_000);
    expect(reading.state).toBe("ended");
    expect(reading.answerMs).toBe(104_000);
    expect(reading.beatMs).toMatchObject({ situation: 12_000, noticing: 35_000, bridge: 4_000 });
  });

  test("probing and pauses are not the candidate's time", () => {
    const events = press([0, "T"], [10, "P"], [25, "P"], [30, "space"], [90, "space"], [95, "T"]);
    expect(readTimer(events, 95_000)).toMatchObject({ answerMs: 20_000, probeMs: 15_000, state: "running" });
  });

  test("P and space do nothing before the answer has begun", () => {
    expect(press([0, "P"], [1, "space"])).toEqual([]);
  });
});

test("a note is stamped with the moment the clock shows, and with none before the start or after the end", () => {
  const events = press([0, "T"], [10, "P"]);
  expect(momentOf(events, 25_000)).toBe(10_000);
  expect(momentOf([], 25_000)).toBeNull();
  expect(momentOf([...events, { id: "z", kind: "end", beat: null, at: 30_000 }], 40_000)).toBeNull();
});

test("a clock that was set back does not put a press before the last one", () => {
  const events = press([100, "T"]);
  expect(timerEventOf({ kind: "beat", beat: "task" }, events, 40_000, "x").at).toBe(100_000);
});

test("the clock prints minutes and two digits of seconds", () => {
  expect([0, 7_999, 67_000, 600_000].map(clockText)).toEqual(["0:00", "0:07", "1:07", "10:00"]);
});
