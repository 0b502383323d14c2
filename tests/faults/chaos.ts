import { parseArgs } from "node:util";
import * as fc from "fast-check";
import { type Browser, chromium } from "playwright";
import { happenings, play } from "@/lib/client/testing/outbox-commands";
import { runCommand } from "@/lib/commands/command";
import { Problem } from "@/lib/domain/errors";
import { seededRandom } from "@/lib/stats/random";
import config from "../playwright.config";
import { drawPair, FAULTS, playPair } from "./browser/faults";
import { disagreements } from "./browser/judge";
import { sitDown } from "./browser/sitting";
import { openStage, type Stage } from "./browser/stage";

/** Of the model's sequences, so many between two rounds in the browser. */
const SEQUENCES_A_ROUND = 50;

const counts = {
  killPoints: 0,
  pairs: 0,
  sequences: 0,
  operations: 0,
  lost: 0,
  duplicated: 0,
  falseSaved: 0,
  other: 0,
};

/**
 * npm run chaos -- --minutes N --seed S: the app server killed at random points, random pairs of faults, and long model
 * sequences of the outbox, until the time is over. The same seed plays the same rounds.
 */
await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      minutes: { type: "string", default: "10" },
      seed: { type: "string", default: String(Date.now() % 1_000_000) },
    },
  });
  const [minutes, seed] = [Number(values.minutes), Number(values.seed)];
  if (!(minutes > 0) || !Number.isInteger(seed))
    throw new Problem("INVALID", "Usage: npm run chaos -- --minutes 10 --seed 1");
  console.log(`seed ${seed}, ${minutes} min`);
  const until = performance.now() + minutes * 60_000;
  const stage = await openStage();
  const browser = await chromium.launch({ ...config.use?.launchOptions, headless: true });
  try {
    for (let round = 0; performance.now() < until; round += 1) {
      await playRound(stage, browser, seed * 100_003 + round, round);
      await playModel(seed * 100_003 + round);
    }
  } finally {
    await browser.close();
    await stage.end();
  }
  const { killPoints, pairs, sequences, operations, lost, duplicated, falseSaved, other } = counts;
  console.log(
    `seed ${seed}: ${killPoints} kill points, ${pairs} pairs of faults, ${sequences} model sequences\n` +
      `operations ${operations}, lost ${lost}, duplicated ${duplicated}, false "Saved" ${falseSaved}, other ${other}`,
  );
  return lost + duplicated + falseSaved + other === 0 ? 0 : 1;
});

/** One scorecard in the browser: every fifth round the axe falls on the server, else two faults come together. */
async function playRound(stage: Stage, browser: Browser, seed: number, round: number): Promise<void> {
  const random = seededRandom(seed);
  const killed = FAULTS.filter(({ name }) => name === "the app server killed");
  const faults = round % 5 === 0 ? killed : drawPair(random);
  const named = faults.map(({ name }) => name).join(" + ");
  const context = await browser.newContext({
    baseURL: stage.address,
    serviceWorkers: "block",
    viewport: { width: 1280, height: 800 },
  });
  try {
    const sitting = await sitDown(stage, context, {});
    const failure = await playPair(stage, sitting, faults, random).then(
      () => null,
      (reason: unknown) => String(reason).split("\n")[0] ?? "",
    );
    const found = await disagreements(stage, sitting.witness, sitting.author.entered);
    if (failure !== null) found.push(failure);
    await sitting.witness.end();
    count(found, sitting.witness.made.size);
    if (round % 5 === 0) counts.killPoints += 1;
    else counts.pairs += 1;
    console.log(`${found.length === 0 ? "ok  " : "FAIL"} round ${round}: ${named}`);
    for (const line of found) console.log(`     ${line}`);
  } finally {
    await context.close();
  }
}

/** The same outbox without a browser: two devices, their tabs, and everything that may happen between them. */
async function playModel(seed: number): Promise<void> {
  const property = fc.asyncProperty(happenings, async (sequence) => {
    counts.operations += sequence.filter((one) => one.do === "rate" || one.do === "write").length;
    const found = await play(sequence);
    if (found.length > 0) throw new Error(found.join("\n"));
  });
  const details = await fc.check(property, { seed, numRuns: SEQUENCES_A_ROUND });
  counts.sequences += details.numRuns;
  if (!details.failed) return;
  counts.other += 1;
  console.log(
    `FAIL model, seed ${seed}: ${JSON.stringify(details.counterexample)}\n${String(details.errorInstance)}`,
  );
}

function count(found: readonly string[], operations: number): void {
  const beginning = (words: string) => found.filter((line) => line.startsWith(words)).length;
  const [lost, duplicated, falseSaved] = [
    beginning("lost"),
    beginning("duplicated"),
    beginning("false Saved"),
  ];
  counts.operations += operations;
  counts.lost += lost;
  counts.duplicated += duplicated;
  counts.falseSaved += falseSaved;
  counts.other += found.length - lost - duplicated - falseSaved;
}
