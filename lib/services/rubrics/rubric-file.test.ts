import Ajv2020 from "ajv/dist/2020.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/db/testing/database";
import { layOutWorld, type World } from "@/db/testing/world";
import { rubricFile } from "@/lib/contracts/rubric-versions";
import { DEFAULT_RUBRIC } from "@/lib/domain/default-rubric";
import { DEFAULT_FOLD, DEFAULT_WEIGHTS } from "@/lib/domain/rubric";
import { rubricFileSchema } from "@/lib/server/rubric-schema";
import { draftRubric } from "./draft-rubric";
import { exportRubric } from "./export-rubric";

let records: TestDatabase;
let world: World;
let file = "";
beforeAll(async () => {
  records = await createTestDatabase();
  world = await layOutWorld(records.url);
  file = await world.as("Lena", async (ctx) => {
    const text = { content: DEFAULT_RUBRIC, weights: DEFAULT_WEIGHTS, fold: DEFAULT_FOLD };
    const given = rubricFile.parse({ plumbline: "rubric", ...text });
    const { id } = await draftRubric(ctx, { file: given });
    const parts: string[] = [];
    const { body } = await exportRubric(ctx, { rubricId: id });
    for await (const part of body(ctx)) parts.push(String(part));
    return parts.join("");
  });
});
afterAll(async () => {
  await world.end();
  await records.drop();
});

/** Somebody else’s reader of JSON Schema, with the schema as it is served: weights are required by name, not listed. */
const fits = new Ajv2020({ strict: true, strictRequired: false, allErrors: true }).compile(
  rubricFileSchema(),
);

type Json = Record<string, unknown>;
/** The exported file with one place of it changed. */
function changed(...path: [...string[], (before: unknown) => unknown]): Json {
  const copy: Json = JSON.parse(file);
  const keys = path.slice(0, -1) as string[];
  const change = path.at(-1) as (before: unknown) => unknown;
  const last = keys.pop() ?? "";
  const place = keys.reduce<Json>((at, key) => at[key] as Json, copy);
  const after = change(place[last]);
  if (after === undefined) delete place[last];
  else place[last] = after;
  return copy;
}

test("the file that is written fits the schema that is served, in the eyes of an independent reader", () => {
  const written = JSON.parse(file);
  fits(written);
  expect(fits.errors).toBeNull();
  expect(rubricFile.safeParse(written).success).toBe(true);
  // Room for other words, weights and folds than those that ship.
  const others = [
    changed("content", "question", () => "Tell me about a mistake"),
    changed("weights", () => ({ ownership: 20, noticing: 20, consequence: 20, fix: 20, calibration: 20 })),
    changed("content", "dimensions", "fix", "probes", () => []),
    changed("$schema", () => undefined),
  ];
  for (const other of others)
    expect([fits(other), rubricFile.safeParse(other).success]).toEqual([true, true]);
});

test.each<[string, () => unknown]>([
  ["another kind of file", () => changed("plumbline", () => "scores")],
  ["no kind at all", () => changed("plumbline", () => undefined)],
  ["a dimension that is not there", () => changed("content", "dimensions", "fix", () => undefined)],
  ["a dimension of its own", () => changed("content", "dimensions", "charm", () => ({ name: "Charm" }))],
  ["an anchor left out", () => changed("content", "dimensions", "fix", "anchors", "3", () => undefined)],
  ["an anchor off the scale", () => changed("content", "dimensions", "fix", "anchors", "6", () => "Six")],
  [
    "calibration on 1 to 5",
    () => changed("content", "dimensions", "calibration", "anchors", "5", () => "Five"),
  ],
  [
    "an anchor nobody can read",
    () => changed("content", "dimensions", "fix", "anchors", "3", () => "x".repeat(900)),
  ],
  ["an anchor that is a number", () => changed("content", "dimensions", "fix", "anchors", "3", () => 3)],
  ["nine probes", () => changed("content", "dimensions", "fix", "probes", () => Array(9).fill("And then?"))],
  ["an empty probe", () => changed("content", "dimensions", "fix", "probes", () => [""])],
  ["a trap by another name", () => changed("content", "traps", "no-noticing", () => undefined)],
  ["a weight above the whole", () => changed("weights", "fix", () => 101)],
  ["half a point of weight", () => changed("weights", "fix", () => 19.5)],
  ["a weight of something else", () => changed("weights", "charm", () => 1)],
  ["a position without its quality", () => changed("fold", "-1", () => undefined)],
  ["a quality in words", () => changed("fold", "-1", () => "middling")],
  ["a key nobody knows", () => changed("remark", () => "ours")],
  ["a list", () => [JSON.parse(file)]],
])("%s is refused by the schema and by the form alike", (_, wrong) => {
  const given = wrong();
  expect([fits(given), rubricFile.safeParse(given).success]).toEqual([false, false]);
});
