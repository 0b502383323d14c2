import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Context, withIdentity, withOrganization } from "@/db/context";
import { users } from "@/db/schema/index";
import { createTestDatabase, type TestDatabase } from "@/db/testing/database";
import { layOutWorld, type World } from "@/db/testing/world";
import { createMember } from "@/db/writes/members";
import { changeMember } from "./change-member";
import { inviteMember } from "./invite-member";
import { listMembers } from "./list-members";

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

/** Enough that the two met in the gap every time this was tried, when there was one. */
const ROUNDS = 60;

/** An administrator who can sign in. */
async function administrator(name: string): Promise<Context["member"]> {
  const [id, userId] = [v7(), v7()];
  await withIdentity(world.database, (tx) => tx.insert(users).values({ id: userId, name }));
  await world.as("Amos", (ctx) => createMember(ctx, { id, name, userId, roles: ["admin"] }));
  return { id, name, roles: ["admin"] };
}

const change = (by: Context["member"], memberId: string, active: boolean) =>
  withOrganization(world.database, { organization: world.organization, member: by, now: new Date() }, (ctx) =>
    changeMember(ctx, { memberId, roles: ["admin"], active }),
  );

test("two administrators who end each other's membership at the same moment leave one of them", async () => {
  const [una, vic] = [await administrator("Una"), await administrator("Vic")];
  for (let round = 0; round < ROUNDS; round += 1) {
    const outcomes = await Promise.allSettled([change(una, vic.id, false), change(vic, una.id, false)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "CONFLICT" },
    });
    const { members } = await world.as("Amos", (ctx) => listMembers(ctx));
    const left = members.filter(({ id, state }) => [una.id, vic.id].includes(id) && state === "active");
    expect(left).toHaveLength(1);
    await change(una, left[0]?.id === una.id ? vic.id : una.id, true);
  }
});

test("an address is invited once, and only administrators invite", async () => {
  const ines = { name: "Inés Ünlü 李", email: "ines@example.com", roles: ["interviewer" as const] };
  const { memberId } = await world.as("Amos", (ctx) => inviteMember(ctx, ines));
  const { members } = await world.as("Amos", (ctx) => listMembers(ctx));
  expect(members.find(({ id }) => id === memberId)).toMatchObject({ name: ines.name, state: "invited" });
  await expect(world.as("Amos", (ctx) => inviteMember(ctx, ines))).rejects.toMatchObject({
    code: "CONFLICT",
  });
  await expect(world.as("Lena", (ctx) => inviteMember(ctx, ines))).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});
