import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { layOutWorld, type World } from "@/db/testing/world";
import { ensureBuilt } from "@/lib/commands/build/build";
import { applyOperationsContract } from "@/lib/contracts/operations";
import { ask } from "../support/ask";
import { seatInterview, signInInterviewers } from "../support/interviewers";
import { tab } from "../support/operations";
import { type Product, serveProduct } from "../support/server";
import { type Author, openAuthor, until } from "./authors";
import { type CrashingPostgres, startCrashingPostgres } from "./crashing-postgres";
import { disagreements } from "./oracle";

const AUTHORS = 4;
const CHANGES = 150;
/** Acknowledged saves of the first author at which the axe falls: in the middle, and again soon after. */
const AXE_FALLS_AT = [20, 60, 100];

/** What faults like this may cost once the database is back; nobody restarts the app for it. */
const RECOVERED_WITHIN_MS = 5_000;

let records: CrashingPostgres;
let world: World;
let product: Product;

beforeAll(async () => {
  await ensureBuilt(console.log);
  records = await startCrashingPostgres();
  world = await layOutWorld(records.runtimeUrl);
  product = await serveProduct(records.runtimeUrl, "kill");
});
afterAll(async () => {
  await product?.stop();
  await world?.end();
  await records?.remove();
});

/** One candidate before a whole panel, every interviewer's outbox open against the running product. */
async function openPanel(candidate: string): Promise<{ interviewId: string; authors: Author[] }> {
  const people = await signInInterviewers(world, AUTHORS);
  const { interviewId, scorecardIds } = await seatInterview(world, candidate, people);
  const { rubricVersionId } = world;
  const authors = people.map((who, i) =>
    openAuthor(product.address, { who, scorecardId: scorecardIds[i] ?? "", rubricVersionId }, i + 1),
  );
  return { interviewId, authors };
}

const statusOf = async (path: string) => (await fetch(`${product.address}/api/${path}`)).status;
const ready = () => statusOf("ready");
const acknowledged = (author: Author | undefined, saves: number) =>
  author ? until(author.outbox, () => author.acknowledged.size >= saves) : Promise.resolve();
const settled = (authors: readonly Author[]) => Promise.all(authors.map((author) => author.saved()));
const found = (panel: { interviewId: string; authors: Author[] }) =>
  disagreements(records.ownerUrl, product.address, panel.interviewId, panel.authors);

test("kill -9 of the app server in a stream of saves loses nothing that was acknowledged", async () => {
  const panel = await openPanel("Mira");
  const working = panel.authors.map((author) => author.work(CHANGES));
  for (const saves of AXE_FALLS_AT) {
    await acknowledged(panel.authors[0], saves);
    await product.killAndRestart();
  }
  await Promise.all(working);
  await settled(panel.authors);
  expect(panel.authors.map(({ made }) => made.size)).toEqual(Array(AUTHORS).fill(CHANGES));
  expect(await found(panel)).toEqual([]);
});

test("kill -9 of PostgreSQL in a stream of saves: 503 while it is away, all saved once it is back", async () => {
  const panel = await openPanel("Noor");
  const working = panel.authors.map((author) => author.work(CHANGES));
  for (const saves of AXE_FALLS_AT) {
    await acknowledged(panel.authors[0], saves);
    await records.kill();
    expect(await saveOnce(panel)).toMatchObject({ status: 503, retryAfter: expect.stringMatching(/^[1-9]/) });
    // Alive, and not ready: nothing is won by restarting it.
    expect([await ready(), await statusOf("health")]).toEqual([503, 200]);
    await records.start();
    await expect.poll(ready, { timeout: RECOVERED_WITHIN_MS }).toBe(200);
  }
  await Promise.all(working);
  await settled(panel.authors);
  expect(product.isRunning()).toBe(true);
  const answers = panel.authors.flatMap((author) => author.answers);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 503]));
  expect(answers.filter(({ status, retryAfter }) => status === 503 && retryAfter === null)).toEqual([]);
  expect(await found(panel)).toEqual([]);
});

/** One more save by the panel's first interviewer, from another device and beside the stream. */
async function saveOnce({ authors }: { authors: Author[] }) {
  const [author] = authors;
  const operation = tab(world.rubricVersionId)({ field: "confidence", value: "high" });
  return ask(product.address, author?.who.cookie ?? "", applyOperationsContract, {
    scorecardId: author?.scorecardId,
    operations: [operation],
  });
}

test("the oracle sees one acknowledged operation go missing", async () => {
  const panel = await openPanel("Otto");
  await Promise.all(panel.authors.map((author) => author.work(10)));
  await settled(panel.authors);
  expect(await found(panel)).toEqual([]);

  const [opId] = panel.authors[0]?.acknowledged ?? [];
  const owner = postgres(records.ownerUrl, { max: 1 });
  try {
    const [row] =
      await owner`delete from operations where op_id = ${opId ?? ""} returning to_jsonb(operations) as whole`;
    expect(await found(panel)).toEqual(
      expect.arrayContaining([
        `acknowledged but not in the ledger: ${opId}`,
        "does not hold: a scorecard's revision is the number of its operations",
      ]),
    );
    await owner`insert into operations select * from jsonb_populate_record(null::operations, ${row?.whole})`;
    expect(await found(panel)).toEqual([]);
  } finally {
    await owner.end();
  }
});
