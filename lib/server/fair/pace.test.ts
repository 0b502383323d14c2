import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { inPace, restingAfter, restOf } from "./pace";

const WORK_MS = 60;

test("a quarter of the time is worked, three quarters are rest; work that fails rests too, and still fails", async () => {
  expect(restOf(0.25)).toBe(3);
  expect(restOf(1)).toBe(0);
  for (const work of [
    () => pause(WORK_MS),
    () => pause(WORK_MS).then(() => Promise.reject(new Error("no"))),
  ]) {
    const began = performance.now();
    await restingAfter(work, restOf(0.25)).catch((error: Error) => expect(error.message).toBe("no"));
    expect(performance.now() - began).toBeGreaterThan(WORK_MS * 4 - 10);
  }
});

test("one at a time, each with its rest before the next begins", async () => {
  const seen: string[] = [];
  const work = (name: string) => async () => {
    seen.push(`${name} begins`);
    await pause(20);
    seen.push(`${name} ends`);
  };
  const began = performance.now();
  await Promise.all([inPace(work("report"), 1), inPace(work("piece"), 1)]);
  expect(seen).toEqual(["report begins", "report ends", "piece begins", "piece ends"]);
  expect(performance.now() - began).toBeGreaterThan(70);
});
