import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Context, withIdentity, withSession, withToken } from "@/db/context";
import { verifyAudit } from "@/db/queries/audit";
import { auditEvents, users } from "@/db/schema/index";
import { createTestDatabase, type Owner, openOwner, type TestDatabase } from "@/db/testing/database";
import { layOutWorld, type World } from "@/db/testing/world";
import { createApiToken } from "@/db/writes/api-tokens";
import { claimProvisioned } from "@/db/writes/directory";
import { claimInvitations } from "@/db/writes/members";
import { createSession, hashToken } from "@/db/writes/sessions";
import type { TokenScope } from "@/lib/domain/tokens";
import { listMembers } from "../members/list-members";
import { takeClaimedRoles } from "../members/take-claimed-roles";
import { createToken } from "../tokens/create-token";
import { hashOfToken, makeToken } from "../tokens/token-text";
import { createGroup } from "./create-group";
import { createUser } from "./create-user";
import { deleteGroup } from "./delete-group";
import { deleteUser } from "./delete-user";
import { getUser } from "./get-user";
import { requireGroup } from "./groups";
import { listUsers } from "./list-users";
import { meanGroup } from "./mean-group";
import { patchGroup } from "./patch-group";
import { patchUser } from "./patch-user";
import { replaceUser } from "./replace-user";

const ISSUER = "https://id.example.com";
const FROM = { base: "https://plumbline.example.com/api/scim/v2", issuer: ISSUER };
const PATCH = ["urn:ietf:params:scim:api:messages:2.0:PatchOp"];

let records: TestDatabase;
let owner: Owner;
let world: World;
let token: string;
beforeAll(async () => {
  records = await createTestDatabase();
  owner = openOwner(records);
  world = await layOutWorld(records.url);
  await account(world.member("Amos").id);
  token = await tokenOf("provisioning");
});
afterAll(async () => {
  await owner.end();
  await world.end();
  await records.drop();
});

/** Gives a member the account that signing in would have given them. */
async function account(memberId: string): Promise<string> {
  const id = v7();
  await withIdentity(world.database, (tx) => tx.insert(users).values({ id, name: "N" }));
  await owner`update memberships set user_id = ${id} where id = ${memberId}`;
  return id;
}

async function tokenOf(scope: TokenScope): Promise<string> {
  const { text, prefix } = makeToken(world.organization.id);
  await world.as("Amos", (ctx) =>
    createApiToken(ctx, {
      ...{ id: v7(), name: scope, prefix, scope, tokenHash: hashOfToken(text) },
      expiresAt: new Date(Date.now() + 60_000),
    }),
  );
  return text;
}

/** As the directory, with its token: the way every call of it comes. */
async function directory<T>(work: (ctx: Context) => Promise<T>, text = token): Promise<T> {
  const asked = { organizationId: world.organization.id, hash: hashOfToken(text) };
  const outcome = await withToken(world.database, asked, work);
  if (!outcome) throw new Error("The token is over");
  return outcome.result;
}

const person = (name: string, more: object = {}) => ({
  ...{ userName: `${name}@example.com`, externalId: `subject-${name}`, displayName: name, active: true },
  ...more,
});
const create = (name: string, more: object = {}) =>
  directory(async (ctx) => String((await createUser(ctx, person(name, more), FROM)).id));
const patch = (userId: string, ...Operations: { op: string; path?: string; value?: unknown }[]) =>
  directory((ctx) => patchUser(ctx, { userId, schemas: PATCH, Operations }, FROM));

/** Somebody arrives from the provider as this subject, with a verified address. */
async function arrive(externalId: string, email: string, issuer = ISSUER) {
  const userId = v7();
  return withIdentity(world.database, async (tx) => {
    await tx.insert(users).values({ id: userId, name: "N" });
    const kept = await claimProvisioned(tx, userId, { issuer, externalId });
    return { userId, joined: [...kept, ...(await claimInvitations(tx, userId, email))] };
  });
}

async function sessionOf(userId: string): Promise<() => Promise<string>> {
  const text = await withIdentity(world.database, (tx) =>
    createSession(tx, {
      ...{ userId, organizationId: world.organization.id },
      expires: new Date(Date.now() + 60_000),
    }),
  );
  return async () => (await withSession(world.database, hashToken(text), async () => 0)).state;
}

const rolesOf = async (memberId: string) =>
  (await world.as("Amos", listMembers)).members.find(({ id }) => id === memberId)?.roles;

test("21: a member of the directory's is whoever is its subject, never whoever has its address", async () => {
  const mira = await create("mira");
  const address = "mira@example.com";
  expect((await arrive("subject-other", address)).joined).toEqual([]);
  expect((await arrive("subject-mira", address, "https://evil.example.com")).joined).toEqual([]);
  const { userId, joined } = await arrive("subject-mira", "mira@elsewhere.example.com");
  expect(joined).toEqual([mira]);
  // Taken up once: the same subject from another account, or an invitation beside it, finds nothing.
  expect((await arrive("subject-mira", address)).joined).toEqual([]);
  const { members } = await world.as("Amos", listMembers);
  expect(members.find(({ id }) => id === mira)).toMatchObject({ state: "active", roles: ["interviewer"] });
  expect(await (await sessionOf(userId))()).toBe("member");
});

test("15: inactive, deleted, or named as somebody else ends every session at once", async () => {
  for (const end of [
    (id: string) => patch(id, { op: "Replace", path: "active", value: "False" }),
    (id: string) =>
      directory((ctx) => replaceUser(ctx, { userId: id, ...person("x", { active: false }) }, FROM)),
    (id: string) => directory((ctx) => deleteUser(ctx, { userId: id })),
    (id: string) => patch(id, { op: "replace", value: { externalId: "somebody-else" } }),
  ]) {
    const name = v7();
    const id = await create(name);
    const { userId } = await arrive(`subject-${name}`, "no@example.com");
    const state = await sessionOf(userId);
    expect(await state()).toBe("member");
    await end(id);
    expect(await state()).toBe("signed-out");
    expect(await (await sessionOf(userId))()).not.toBe("member");
    await directory((ctx) => deleteUser(ctx, { userId: id })).catch(() => {});
  }
});

test("whoever was deleted comes back as the same member by the same external id, with the least role", async () => {
  const nora = await create("nora");
  await owner`update memberships set roles = '{admin}' where id = ${nora}`;
  await directory((ctx) => deleteUser(ctx, { userId: nora }));
  await expect(directory((ctx) => getUser(ctx, { userId: nora }, FROM))).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  // The same address with another id is another person, and the address is free for them.
  const other = await create("nora", { externalId: "subject-another-nora" });
  expect(other).not.toBe(nora);
  await directory((ctx) => deleteUser(ctx, { userId: other }));
  expect(await create("nora")).toBe(nora);
  expect(await rolesOf(nora)).toEqual(["interviewer"]);
});

test("one user to a name and to an external id; an invited member is found by their address and taken over", async () => {
  const omar = await create("omar");
  for (const same of [person("omar", { externalId: "z" }), person("OMAR", { externalId: "z", emails: [] })])
    await expect(directory((ctx) => createUser(ctx, same, FROM))).rejects.toMatchObject({
      code: "CONFLICT",
      details: { scimType: "uniqueness" },
    });
  await expect(
    directory((ctx) => createUser(ctx, person("pia", { externalId: "subject-omar" }), FROM)),
  ).rejects.toMatchObject({ code: "CONFLICT" });
  const found = await directory((ctx) => listUsers(ctx, { filter: 'userName eq "Omar@example.com"' }, FROM));
  expect(found).toMatchObject({ totalResults: 1, Resources: [{ id: omar, externalId: "subject-omar" }] });
  const amos = await directory((ctx) => listUsers(ctx, { startIndex: 1, count: 1 }, FROM));
  expect(amos).toMatchObject({ itemsPerPage: 1, Resources: [{ displayName: "Amos" }] });
});

test("groups mean what an administrator says; an unknown one means the least role, whatever it is called", async () => {
  const [quin, rhea] = [await create("quin"), await create("rhea")];
  const group = await directory((ctx) =>
    createGroup(ctx, { displayName: "owner", members: [{ value: quin }] }, FROM),
  );
  const groupId = String(group.id);
  expect(await rolesOf(quin)).toEqual(["interviewer"]);
  await world.as("Amos", (ctx) => meanGroup({ ...ctx, session: SOMEBODY }, { groupId, role: "lead" }));
  expect(await rolesOf(quin)).toEqual(["lead"]);
  const change = (...Operations: { op: string; path?: string; value?: unknown }[]) =>
    directory((ctx) => patchGroup(ctx, { groupId, schemas: PATCH, Operations }, FROM));
  await change({ op: "Add", path: "members", value: [{ value: rhea }] });
  await change({ op: "Remove", path: `members[value eq "${quin}"]` });
  expect([await rolesOf(quin), await rolesOf(rhea)]).toEqual([["interviewer"], ["lead"]]);
  // The provider's claim has no say over whoever a group speaks for.
  await world.as("Amos", (ctx) =>
    takeClaimedRoles({ ...ctx, member: { id: rhea, name: "R", roles: ["lead"] } }, ["admin"]),
  );
  expect(await rolesOf(rhea)).toEqual(["lead"]);
  await expect(change({ op: "Add", path: "members", value: [{ value: v7() }] })).rejects.toMatchObject({
    code: "INVALID",
  });
  await directory((ctx) => deleteGroup(ctx, { groupId }));
  expect(await rolesOf(rhea)).toEqual(["interviewer"]);
});

const SOMEBODY = { id: v7(), userId: v7() };

test("the last administrator cannot be removed, and a group does not take the role from them or from the token's maker", async () => {
  const amos = world.member("Amos").id;
  for (const end of [
    () => patch(amos, { op: "replace", value: { active: false } }),
    () => directory((ctx) => deleteUser(ctx, { userId: amos })),
  ])
    await expect(end()).rejects.toMatchObject({ code: "CONFLICT" });
  await directory((ctx) => createGroup(ctx, { displayName: "Everybody", members: [{ value: amos }] }, FROM));
  expect(await rolesOf(amos)).toEqual(["interviewer", "admin"]);
});

test("a provisioning token does nothing but this, and only an administrator makes one", async () => {
  for (const scope of ["read", "write"] as const) {
    const other = await tokenOf(scope);
    await expect(directory((ctx) => createUser(ctx, person("sly"), FROM), other)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  }
  await expect(world.as("Amos", (ctx) => listUsers(ctx, {}, FROM))).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  const input = { name: "T", scope: "provisioning" as const, days: 1 };
  const make = (who: string) => world.as(who, (ctx) => createToken({ ...ctx, session: SOMEBODY }, input));
  await expect(make("Lena")).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect((await make("Amos")).token).toMatch(/^plumbline_/);
});

test("every deed stands in the audit as the directory's, without a word about anybody, and what changes nothing does not", async () => {
  const count = () => world.as("Amos", async (ctx) => (await verifyAudit(ctx)).total);
  const tess = await create("tess");
  const before = await count();
  await patch(tess, { op: "replace", path: "active", value: true });
  expect(await count()).toBe(before);
  await patch(tess, { op: "replace", path: "displayName", value: "Tess Of Secrets" });
  expect(await count()).toBe(before + 1);
  const rows = await world.as("Amos", (ctx) => ctx.tx.select().from(auditEvents));
  const last = rows.find(({ seq }) => seq === Number(before) + 1);
  expect(last).toMatchObject({
    action: "member.change",
    actorId: world.member("Amos").id,
    detail: { by: "directory", changed: ["name"] },
  });
  expect(JSON.stringify(rows.map(({ detail }) => detail))).not.toMatch(/tess|example\.com|subject-|Secrets/i);
  expect(await world.as("Amos", verifyAudit)).toMatchObject({ brokenAt: null });
});

test("eight changes of one group at the same moment leave nobody out", async () => {
  const people = await Promise.all(Array.from({ length: 8 }, (_, i) => create(`crowd-${i}`)));
  const { id } = await directory((ctx) => createGroup(ctx, { displayName: "Crowd" }, FROM));
  await Promise.all(
    people.map((value) =>
      directory((ctx) =>
        patchGroup(
          ctx,
          {
            groupId: String(id),
            schemas: PATCH,
            Operations: [{ op: "add", path: "members", value: [{ value }] }],
          },
          FROM,
        ),
      ),
    ),
  );
  const { Resources } = await directory((ctx) =>
    listUsers(ctx, { filter: `id eq "${people[7]}"` }, FROM),
  ).then(Object);
  expect(Resources[0].groups).toEqual([{ value: String(id), display: "Crowd" }]);
  const filled = await directory((ctx) => requireGroup(ctx, String(id)));
  expect(filled.memberIds.toSorted()).toEqual(people.toSorted());
});
