import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/db/testing/database";
import { layOutWorld, type World } from "@/db/testing/world";
import { SAVED_VIEWS_MAX } from "@/lib/contracts/saved-views";
import { listViews, removeView, saveView } from "./saved-views";

let records: TestDatabase;
let world: World;
beforeAll(async () => {
  records = await createTestDatabase();
  world = await layOutWorld(records.url);
});
afterAll(async () => {
  await world.end();
  await records.drop();
});

const saves = (who: string, name: string, query = "") =>
  world.as(who, (ctx) => saveView(ctx, { name, query }));

test("a view is its owner's alone, one of the same name gives way, and removing twice removes once", async () => {
  await saves("Rosa", "Late", "only=overdue");
  await saves("Rosa", "Split", "only=split");
  await saves("Rosa", "Late", "sort=waiting");
  await saves("Lena", "Late", "only=trap");
  expect(await world.as("Rosa", listViews)).toEqual({
    views: [
      { name: "Late", query: "sort=waiting" },
      { name: "Split", query: "only=split" },
    ],
  });
  await world.as("Lena", (ctx) => removeView(ctx, { name: "Split" }));
  await world.as("Rosa", (ctx) => removeView(ctx, { name: "Late" }));
  await world.as("Rosa", (ctx) => removeView(ctx, { name: "Late" }));
  expect((await world.as("Rosa", listViews)).views.map(({ name }) => name)).toEqual(["Split"]);
  expect((await world.as("Lena", listViews)).views.map(({ name }) => name)).toEqual(["Late"]);
});

test("a menu holds so many and says so; one that is there can still be changed", async () => {
  await world.as("Lena", (ctx) => removeView(ctx, { name: "Late" }));
  for (let n = 0; n < SAVED_VIEWS_MAX; n += 1) await saves("Lena", `View ${n}`);
  await expect(saves("Lena", "One more")).rejects.toThrow("remove one first");
  await saves("Lena", "View 3", "only=split");
  expect((await world.as("Lena", listViews)).views).toHaveLength(SAVED_VIEWS_MAX);
});

test("who compares nobody has no list to look at", async () => {
  await expect(saves("Ada", "Mine")).rejects.toThrow("recruiters and leads");
});
