import { expect, test } from "vitest";
import { oneAtATime } from "./one-at-a-time";

/** Work that a test ends when it likes. */
function handWork() {
  const ends: (() => void)[] = [];
  return {
    work: () => new Promise<void>((resolve) => ends.push(resolve)),
    begun: () => ends.length,
    end: async () => {
      ends.at(-1)?.();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

test("two changes while an answer is on its way make one more request, not two, and none is lost", async () => {
  const [run, hand] = [oneAtATime(), handWork()];
  const done = run("list", true, hand.work);
  void run("list", true, hand.work);
  void run("list", true, hand.work);
  expect(hand.begun()).toBe(1);
  await hand.end();
  expect(hand.begun()).toBe(2);
  await hand.end();
  await done;
  expect(hand.begun()).toBe(2);
});

test("what is only wanted once is not repeated; other names run beside it; a failure leaves the name free", async () => {
  const [run, hand, other] = [oneAtATime(), handWork(), handWork()];
  void run("window 0", false, hand.work);
  void run("window 0", false, hand.work);
  void run("window 200", false, other.work);
  await hand.end();
  expect([hand.begun(), other.begun()]).toEqual([1, 1]);
  await expect(run("list", true, () => Promise.reject(new Error("lost")))).rejects.toThrow("lost");
  void run("list", true, hand.work);
  expect(hand.begun()).toBe(2);
});
