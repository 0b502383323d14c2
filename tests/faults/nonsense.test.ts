import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/db/testing/database";
import { layOutWorld, type World } from "@/db/testing/world";
import { ensureBuilt } from "@/lib/commands/build/build";
import { API_ROOT, pathKeys } from "@/lib/contracts/contract";
import { CONTRACTS } from "@/lib/contracts/index";
import { problemBody } from "@/lib/contracts/problem";
import type { Change } from "@/lib/domain/changes";
import { ROLES } from "@/lib/domain/roles";
import { type SignedIn, seatInterview, signIn } from "../support/interviewers";
import { IDS, oddBodies, oddFiles, spoiled, type Tried, VALUES } from "../support/nonsense";
import { completeCard, tab } from "../support/operations";
import { type Product, serveProduct } from "../support/server";

let records: TestDatabase;
let world: World;
let product: Product;
/** Holds every role: nothing is refused for want of one. */
let everybody: SignedIn;

beforeAll(async () => {
  await ensureBuilt(console.log);
  records = await createTestDatabase();
  world = await layOutWorld(records.url);
  product = await serveProduct(records.url, "nonsense");
  everybody = await signIn(world, "Everybody", [...ROLES]);
});
afterAll(async () => {
  await product?.stop();
  await world?.end();
  await records?.drop();
});

/** What was answered; a stream, which is answered for ever, is let go of. */
async function wholeText(response: Response): Promise<string> {
  if (!response.headers.get("content-type")?.startsWith("text/event-stream")) return response.text();
  await response.body?.cancel();
  return "";
}

/** How often each status came back; a 5xx, or a refusal that is not ours, as a sentence of its own. */
async function answersTo(attempts: readonly Tried[]): Promise<{ faults: string[]; statuses: Set<number> }> {
  const faults: string[] = [];
  const statuses = new Set<number>();
  for (const { method, path, headers = {}, body = null } of attempts) {
    const response = await fetch(`${product.address}${path}`, {
      method,
      headers: { cookie: everybody.cookie, ...headers },
      body,
    });
    const text = await wholeText(response);
    statuses.add(response.status);
    // An address or a method that does not exist is answered by Next, in its own words.
    const ours =
      response.headers.get("content-type")?.startsWith("application/json") && response.status >= 400;
    if (response.status >= 500 || (ours && !problemBody.safeParse(JSON.parse(text)).success)) {
      faults.push(
        `${method} ${path} ${String(body).slice(0, 200)} -> ${response.status} ${text.slice(0, 200)}`,
      );
    }
  }
  return { faults, statuses };
}

test.each(CONTRACTS)("$name answers nonsense with a refusal, never with a failure", async (contract) => {
  const { method, path, input } = contract;
  const inPath = pathKeys(path);
  const shape: unknown = "shape" in input ? input.shape : {};
  const keys = Object.keys(Object(shape)).filter((key) => !inPath.includes(key));
  const at = (id: string) => `${API_ROOT}${path.replace(/\{\w+\}/g, id)}`;
  const body = method === "GET" ? {} : { headers: { "content-type": "application/json" }, body: "{}" };
  const attempts: Tried[] = [
    ...(inPath.length > 0 ? IDS : []).map((id) => ({ method, path: at(id), ...body })),
    ...["GET", "POST", "PUT", "PATCH", "DELETE"].map((other) => ({ method: other, path: at(v7()) })),
    ...(method === "GET"
      ? ["%00", "__proto__", ...keys].flatMap((key) =>
          IDS.map((id) => ({ method, path: `${at(v7())}?${key}=${id}` })),
        )
      : oddBodies(keys).map((odd) => ({ method, path: at(v7()), ...odd }))),
  ];
  const { faults, statuses } = await answersTo(attempts);
  expect(faults).toEqual([]);
  expect(statuses).toContain(405);
});

/** The kinds of change that a complete card can do without. */
const RARER: readonly [Change, ...Change[]] = [
  { field: "confidence", value: "low" },
  { field: "trap", trap: "no-noticing", value: { reason: "never said when" } },
  { field: "fact", fact: "voice", value: "we" },
  { field: "measure", fact: "cost", value: { amount: 3, unit: "days" } },
  { field: "probe", dimension: "fix", value: "asked" },
  { field: "timer", value: { id: v7(), kind: "beat", beat: "task", at: 5 } },
];

test("one wrong value anywhere in a save is a refusal, or a save like any other", async () => {
  const { scorecardIds } = await seatInterview(world, "Nadia", [everybody]);
  const path = `${API_ROOT}/scorecards/${scorecardIds[0]}/operations`;
  const post = (operation: unknown): Tried => ({
    method: "POST",
    path,
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ operations: [operation] }),
  });
  const make = tab(world.rubricVersionId);
  const changes = [...completeCard([1, 2, 3, 4, 0]), ...RARER];
  // Each with an id and a number of its own: the ledger refuses used ones before it looks at anything else.
  const odd = changes.flatMap((change) =>
    spoiled(change, VALUES).map((wrong) => ({ ...make(change), change: wrong })),
  );
  const [change] = RARER;
  const oddlySent = Object.keys(make(change)).flatMap((key) =>
    VALUES.map((value) => ({ ...make(change), [key]: value })),
  );
  const { faults, statuses } = await answersTo([...odd, ...oddlySent].map(post));
  expect(faults).toEqual([]);
  expect(statuses).toContain(422);
  expect(await answersTo(changes.map(make).map(post))).toEqual({ faults: [], statuses: new Set([200]) });
});

test("one wrong cell anywhere in a file is a refusal, or a row like any other", async () => {
  const attempts = oddFiles().map((csv) => ({
    method: "POST",
    path: `${API_ROOT}/imports`,
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ csv }),
  }));
  const { faults, statuses } = await answersTo(attempts);
  expect(faults).toEqual([]);
  expect(statuses).toEqual(new Set([200, 422]));
});
