import { expect, test } from "vitest";
import { answerReading } from "./beat-readings";
import type { Beat, TimerEvent } from "./beats";

const at = (seconds: number, kind: TimerEvent["kind"], beat: Beat | null = null): TimerEvent => ({
  id: `${seconds}`,
  kind,
  beat,
  at: seconds * 1000,
});

test("12 s of situation, 8 s of task, a probe that is not the candidate's time, then the end", () => {
  const timer = [
    at(0, "beat", "situation"),
    at(12, "beat", "task"),
    at(20, "probe-on"),
    at(50, "probe-off"),
    at(55, "end"),
  ];
  const reading = answerReading(timer, 1_000_000);
  expect(reading).toMatchObject({ seconds: 25, against: "under" });
  expect(reading?.beats[0]).toEqual({ beat: "situation", seconds: 12, from: 10, to: 15, against: "within" });
  expect(reading?.beats[1]).toMatchObject({ seconds: 13, against: "over" });
  expect(reading?.beats[3]).toMatchObject({ beat: "noticing", seconds: 0, against: "none" });
});

test("a timer that never ran says nothing, rather than 0 seconds", () => {
  expect(answerReading([], 1_000)).toBeNull();
});
