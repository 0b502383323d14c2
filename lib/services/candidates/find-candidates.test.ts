import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/db/testing/database";
import { layOutWorld, type World } from "@/db/testing/world";
import { runImport } from "../imports/run-import";
import { findCandidates } from "./find-candidates";

let records: TestDatabase;
let world: World;
beforeAll(async () => {
  records = await createTestDatabase();
  world = await layOutWorld(records.url);
  await world.as("Rosa", (ctx) =>
    runImport(ctx, { csv: "candidate,opening\nJosé Muñoz,Kitchen\nAnna Muñoz,Yard\nJo 100%,Yard\n" }),
  );
});
afterAll(async () => {
  await world.end();
  await records.drop();
});

const found = (part: string) =>
  world.as("Rosa", async (ctx) =>
    (await findCandidates(ctx, { part })).found.map(
      ({ candidate, opening }) => `${candidate.name}, ${opening}`,
    ),
  );

test("Rosa finds a candidate of any opening by parts of the name, accents or not", async () => {
  expect(await found("munoz")).toEqual(["Anna Muñoz, Yard", "José Muñoz, Kitchen"]);
  expect(await found("MUÑ jos")).toEqual(["José Muñoz, Kitchen"]);
  expect(await found("100%")).toEqual(["Jo 100%, Yard"]);
  expect(await found("_")).toEqual([]);
});

test("interviewers are not told who applies elsewhere", async () => {
  await expect(world.as("Ada", (ctx) => findCandidates(ctx, { part: "a" }))).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});
