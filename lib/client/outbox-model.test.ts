import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Happening, happenings, play } from "./testing/outbox-commands";

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

test("what came from elsewhere while a change was on its way to the disk is asked about all the same", async () => {
  const [here, elsewhere] = [0, 1];
  const rate = (tab: number, dimension: number, level: number): Happening => ({
    do: "rate",
    tab,
    dimension,
    level,
  });
  const sequence: Happening[] = [
    { do: "open", device: 1 },
    rate(elsewhere, 3, 1),
    rate(here, 0, 1),
    { do: "breathe" },
    { do: "arrive", choice: 1 },
    { do: "answer", choice: 1, how: "back" },
    { do: "breathe" },
    { do: "hold", device: 0 },
    rate(here, 3, 4),
    { do: "arrive", choice: 0 },
    { do: "online" },
    { do: "breathe" },
    { do: "move-on" },
    { do: "breathe" },
  ];
  expect(await play(sequence)).toEqual([]);
});
