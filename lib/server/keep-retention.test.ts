import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { brokenInvariants } from "@/db/invariants";
import { createTestDatabase, type Owner, openOwner, type TestDatabase } from "@/db/testing/database";
import { layOutWorld, type World } from "@/db/testing/world";
import { createOpening } from "@/db/writes/interviewing";
import { COUNTRIES, type Country, monthsAfter, SHIPPED_RULES } from "@/lib/domain/retention";
import { changeRetention } from "@/lib/services/privacy/change-retention";
import { getPerson } from "@/lib/services/privacy/get-person";
import { getRetention } from "@/lib/services/privacy/get-retention";
import { placeHold } from "@/lib/services/privacy/place-hold";
import { placeOpening } from "@/lib/services/privacy/place-opening";
import { layOutSubject, type Subject } from "@/tests/support/subject";
import { keepRetention } from "./keep-retention";

let records: TestDatabase;
let world: World;
let owner: Owner;
beforeAll(async () => {
  records = await createTestDatabase();
  world = await layOutWorld(records.url);
  owner = openOwner(records);
});
afterAll(async () => {
  expect(await brokenInvariants(records.ownerUrl)).toEqual([]);
  await owner.end();
  await world.end();
  await records.drop();
});

const months = (of: Partial<Record<Country, number>> = {}) => ({ ...SHIPPED_RULES.months, ...of });
const rule = (country: Country, automatic: boolean, of?: Partial<Record<Country, number>>) =>
  world.as("Amos", (ctx) => changeRetention(ctx, { country, automatic, months: months(of) }));
const pass = async (now: Date) => {
  const { erased, failed, ...dropped } = await keepRetention(world.database, now);
  return { erased: erased.length, failed: failed.length, ...dropped };
};
const later = (n: number) => monthsAfter(new Date(), n);
const isErased = async ({ candidateId }: Subject) =>
  (await world.as("Amos", (ctx) => getPerson(ctx, { candidateId }))).person.erasedAt !== null;

test("nobody is erased by the rules that ship, however old, until an administrator switches it on", async () => {
  const old = await layOutSubject(world);
  expect(await pass(later(200))).toMatchObject({ erased: 0, failed: 0 });
  await rule("DE", true);
  expect((await world.as("Amos", (ctx) => getRetention(ctx))).erasesFrom).not.toBeNull();
  expect(await pass(new Date())).toMatchObject({ erased: 0 });
  expect(await isErased(old)).toBe(false);
  expect(await pass(later(7))).toMatchObject({ erased: 1, failed: 0 });
  expect(await isErased(old)).toBe(true);
  const [deed] = await owner`select actor_id, detail from audit_events where action = 'candidate.erase'`;
  expect(deed).toMatchObject({ actor_id: null, detail: { reason: "retention" } });
});

test("two instances at once erase each person once; a hold, another country and a planned interview keep theirs", async () => {
  await rule("NL", true);
  const paris = await world.as("Amos", (ctx) => createOpening(ctx, { title: "Paris" }));
  const [first, second, held, french, planned] = [
    await layOutSubject(world),
    await layOutSubject(world),
    await layOutSubject(world),
    await layOutSubject(world, paris),
    await layOutSubject(world),
  ];
  await world.as("Amos", (ctx) => placeHold(ctx, { candidateId: held.candidateId, reason: "authority" }));
  await owner`update interviews set scheduled_at = ${later(3).toISOString()} where id = ${planned.interviewId}`;
  await world.as("Amos", (ctx) => placeOpening(ctx, { openingId: paris, country: "FR" }));

  const listed = await world.as("Amos", (ctx) => getRetention(ctx));
  expect(listed.due.map(({ candidateId }) => candidateId).sort()).toEqual(
    [first, second, held].map(({ candidateId }) => candidateId).sort(),
  );
  expect(listed.holds).toMatchObject([{ candidate: { id: held.candidateId }, reason: "authority" }]);

  const both = await Promise.all([pass(later(2)), pass(later(2))]);
  expect(both.map(({ failed }) => failed)).toEqual([0, 0]);
  expect(both.reduce((sum, { erased }) => sum + erased, 0)).toBe(2);
  const outcome = await Promise.all([first, second, held, french, planned].map(isErased));
  expect(outcome).toEqual([true, true, false, false, false]);
  const deeds = await owner`select subject_id from audit_events
    where action = 'candidate.erase' and subject_id = any (${[first.candidateId, second.candidateId]})`;
  expect(deeds).toHaveLength(2);
});

test("who is due within thirty days is listed, the soonest first, and one organisation sees none of another's", async () => {
  const other = await layOutWorld(records.url, "Other House");
  const theirs = await layOutSubject(other);
  await owner`update candidates set created_at = created_at - interval '3 years' where erased_at is null`;
  await owner`update applications set created_at = created_at - interval '3 years'`;
  await owner`update interviews set scheduled_at = scheduled_at - interval '3 years'`;
  await rule("IE", false, { other: 1, IE: 1 });
  const listed = await world.as("Amos", (ctx) => getRetention(ctx));
  expect(listed.due.length).toBeGreaterThan(0);
  expect(listed.dueTotal).toBe(listed.due.length);
  expect(listed.due.map(({ candidateId }) => candidateId)).not.toContain(theirs.candidateId);
  const days = listed.due.map(({ keptUntil }) => Date.parse(keptUntil));
  expect(days).toEqual([...days].sort((a, b) => a - b));
  expect(listed.rules.map(({ country }) => country)).toEqual([...COUNTRIES]);
  expect(listed.rules.find(({ country }) => country === "IE")).toMatchObject({ months: 1, standard: 12 });
  await other.end();
});

test("only administrators see or change the rules", async () => {
  for (const who of ["Rosa", "Lena", "Ada"]) {
    await expect(world.as(who, (ctx) => getRetention(ctx))).rejects.toMatchObject({ code: "FORBIDDEN" });
    const change = world.as(who, (ctx) =>
      changeRetention(ctx, { country: "DE", automatic: true, months: months() }),
    );
    await expect(change).rejects.toMatchObject({ code: "FORBIDDEN" });
    const place = world.as(who, (ctx) => placeOpening(ctx, { openingId: world.openingId, country: "DE" }));
    await expect(place).rejects.toMatchObject({ code: "FORBIDDEN" });
  }
});

test("sign-ins and links that are over are dropped; those that are not stay", async () => {
  const userId = v7();
  await owner`insert into users (id, name) values (${userId}, 'U')`;
  await owner`insert into sessions (token_hash, user_id, expires, last_seen_at) values
    ('over', ${userId}, now() - interval '1 minute', now()),
    ('idle', ${userId}, now() + interval '9 days', now() - interval '25 hours'),
    ('live', ${userId}, now() + interval '9 days', now())`;
  await owner`insert into verification_tokens (identifier, token, expires) values
    ('anybody@example.com', 'a', now() - interval '1 minute'), ('vic@example.com', 'b', now() + interval '9 minutes')`;
  expect(await pass(new Date())).toMatchObject({ sessions: 2, links: 1 });
  const left = await owner`select token_hash from sessions where user_id = ${userId}`;
  expect(left.map(({ token_hash }) => token_hash)).toEqual(["live"]);
  const links = await owner`select identifier from verification_tokens`;
  expect(links.map(({ identifier }) => identifier)).toEqual(["vic@example.com"]);
});
