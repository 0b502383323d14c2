import * as fc from "fast-check";
import { expect, test } from "vitest";
import { happenings, play } from "./testing/outbox-commands";

/** Enough for every pair of faults many times over; ten thousand run in `npm run chaos`. */
const SEQUENCES = 1_000;

test("whatever happens to two devices, their tabs and the network, each change is saved once and all agree", async () => {
  await fc.assert(
    fc.asyncProperty(happenings, async (sequence) => {
      expect(await play(sequence)).toEqual([]);
    }),
    { numRuns: SEQUENCES },
  );
}, 120_000);
