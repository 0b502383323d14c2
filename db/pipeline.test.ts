import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isUniqueViolation } from "./driver/sql-state";
import { lastly, together } from "./pipeline";
import { createTestDatabase, openOwner, type TestDatabase } from "./testing/database";
import { layOutWorld, type World } from "./testing/world";
import { createCandidate } from "./writes/interviewing";

let database: TestDatabase;
let world: World;
beforeAll(async () => {
  database = await createTestDatabase();
  world = await layOutWorld(database.url);
});
afterAll(async () => {
  await world.end();
  await database.drop();
});

/** Candidates of these names, as the next transaction sees them. */
const named = async (...names: string[]) => {
  const owner = openOwner(database);
  const rows = await owner<{ name: string }[]>`select name from candidates where name in ${owner(names)}`;
  await owner.end();
  return rows.map(({ name }) => name).sort();
};

test("what is left to the end of a transaction stands once it is over, every time", async () => {
  const names = Array.from({ length: 25 }, (_, n) => `Late ${n}`);
  for (const name of names) await world.as("Amos", (ctx) => lastly(ctx, createCandidate(ctx, { name })));
  expect(await named(...names)).toHaveLength(names.length);
});

test("a last statement that fails undoes the whole transaction, and says why in the words it was given", async () => {
  const refusal = await world
    .as("Amos", async (ctx) => {
      await createCandidate(ctx, { name: "Undone" });
      const again = ctx.tx.execute(sql`insert into organizations (id, name, created_at)
        values (${ctx.organization.id}, 'again', now())`);
      const answers = together(again, createCandidate(ctx, { name: "Behind it" }));
      await lastly(
        ctx,
        answers.catch((error: unknown) => {
          throw new Error(isUniqueViolation(error) ? "It is there already" : "Something else");
        }),
      );
      return "answered";
    })
    .catch((error: Error) => error.message);
  expect(refusal).toBe("It is there already");
  expect(await named("Undone", "Behind it")).toEqual([]);
  // The connection serves the next one.
  await world.as("Amos", (ctx) => lastly(ctx, createCandidate(ctx, { name: "Next" })));
  expect(await named("Next")).toEqual(["Next"]);
});
