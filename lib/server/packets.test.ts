import { RateLimiterMemory } from "rate-limiter-flexible";
import { expect, test } from "vitest";
import { Packets } from "./packets";

/** Counts how often the shared store is asked. */
class CountedStore extends RateLimiterMemory {
  asked = 0;
  override consume(...given: Parameters<RateLimiterMemory["consume"]>) {
    this.asked += 1;
    return super.consume(...given);
  }
}

test("twelve at once get leave for ten, with the store asked once a packet", async () => {
  const store = new CountedStore({ points: 10, duration: 60 });
  const packets = new Packets(store, 5, Date.now);
  const waits = await Promise.all(Array.from({ length: 12 }, () => packets.take("Ada")));
  expect(waits.filter((wait) => wait === 0)).toHaveLength(10);
  expect(waits.filter((wait) => wait > 0 && wait <= 60_000)).toHaveLength(2);
  expect(store.asked).toBe(3);
  expect(await packets.take("Ben")).toBe(0);
});

test("two instances share one limit, each missing at most what the other holds", async () => {
  const store = new CountedStore({ points: 10, duration: 60 });
  const [left, right] = [new Packets(store, 5, Date.now), new Packets(store, 5, Date.now)];
  const waits: number[] = [];
  for (let i = 0; i < 8; i += 1) waits.push(await left.take("Ada"), await right.take("Ada"));
  expect(waits.filter((wait) => wait === 0)).toHaveLength(10);
});

test("when the window ends, there is leave again", async () => {
  let now = 0;
  const store = { consume: async () => new RateLimiterMemory({ points: 1, duration: 1 }).consume("x") };
  const packets = new Packets(store, 1, () => now);
  expect(await packets.take("Ada")).toBe(0);
  now += 2_000;
  expect(await packets.take("Ada")).toBe(0);
});
