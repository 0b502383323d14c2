import { sql } from "drizzle-orm";
import fc from "fast-check";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lostHeads, verifyAuditChains } from "@/db/audit-heads";
import { createTestDatabase, type TestDatabase } from "@/db/testing/database";
import { layOutWorld, type World } from "@/db/testing/world";
import { audit } from "@/db/writes/audit";
import { AUDIT_PAGE_ROWS } from "@/lib/contracts/audit";
import { listAudit } from "@/lib/services/audit/list-audit";
import { REHASH } from "../support/rehash";

const ROWS = 40;
const TAMPERINGS = 100;

let records: TestDatabase;
let world: World;
let owner: postgres.Sql;
beforeAll(async () => {
  records = await createTestDatabase();
  world = await layOutWorld(records.url);
  owner = postgres(records.ownerUrl, { max: 1, onnotice: () => {} });
  await world.as("Amos", async (ctx) => {
    const [first] = await ctx.tx.execute<{ rows: number }>(
      sql`select count(*)::int as rows from audit_events`,
    );
    for (let i = first?.rows ?? 0; i < ROWS; i += 1) {
      const subjectId = i % 2 ? world.openingId : ctx.member.id;
      await audit(ctx, { action: "member.change", subjectKind: "member", subjectId, detail: { turn: i } });
    }
  });
});
afterAll(async () => {
  await owner.end();
  await world.end();
  await records.drop();
});

class Undo extends Error {}

/** What the verifier says of the chain after this deed of somebody who owns the whole server; undone afterwards. */
async function verdictAfter(deed: (tx: postgres.TransactionSql) => Promise<unknown>): Promise<number | null> {
  let verdict: number | null = null;
  const tampered = owner.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await deed(tx);
    await tx`select set_config('app.organization_id', ${world.organization.id}, true)`;
    const [row] = await tx`select audit_broken_at()::int as at`;
    verdict = row?.at ?? null;
    throw new Undo();
  });
  await expect(tampered).rejects.toBeInstanceOf(Undo);
  return verdict;
}

const place = fc.integer({ min: 1, max: ROWS });
/** A way to alter the chain behind its back, with the row at which it must show. */
const tampering = fc.oneof(
  fc.record({
    kind: fc.constantFrom("at", "actor", "action", "subject", "detail", "hash" as const),
    row: place,
  }),
  fc.record({
    kind: fc.constantFrom("delete", "swap", "insert" as const),
    row: fc.integer({ min: 1, max: ROWS - 1 }),
  }),
);

type Tampering = typeof tampering extends fc.Arbitrary<infer T> ? T : never;

function alter(tx: postgres.TransactionSql, { kind, row }: Tampering): Promise<unknown> {
  switch (kind) {
    case "at":
      return tx`update audit_events set at = at + interval '1 microsecond' where seq = ${row}`;
    case "actor":
      return tx`update audit_events set actor_id = gen_random_uuid() where seq = ${row}`;
    case "action":
      return tx`update audit_events set action = action || ' ' where seq = ${row}`;
    case "subject":
      return tx`update audit_events set subject_id = gen_random_uuid() where seq = ${row}`;
    case "detail":
      return tx`update audit_events set detail = detail || '{"more": 1}' where seq = ${row}`;
    case "hash":
      return tx`update audit_events set hash = sha256(hash) where seq = ${row}`;
    case "delete":
      return tx`delete from audit_events where seq = ${row}`;
    case "swap":
      return tx`update audit_events a set at = b.at, actor_id = b.actor_id, action = b.action, subject_kind = b.subject_kind,
          subject_id = b.subject_id, detail = b.detail, hash = b.hash
        from audit_events b where a.seq in (${row}, ${row + 1}) and b.seq = ${2 * row + 1}::bigint - a.seq`;
    case "insert":
      return tx`update audit_events set seq = seq + 1000 where seq > ${row}`.then(async () => {
        await tx`insert into audit_events select organization_id, seq + 1, at, actor_id, action, subject_kind, subject_id,
          detail, hash from audit_events where seq = ${row}`;
        await tx`update audit_events set seq = seq - 999 where seq > 1000`;
      });
  }
}

test("a hundred tamperings by the owner of the server are each found at the very row", async () => {
  expect(await verdictAfter(async () => {})).toBeNull();
  for (const one of fc.sample(tampering, TAMPERINGS)) {
    // A row taken out shows where the next one stands in its place; one put in, where it stands.
    const shows = ["delete", "insert"].includes(one.kind) ? one.row + 1 : one.row;
    expect([one, await verdictAfter((tx) => alter(tx, one))]).toEqual([one, shows]);
  }
});

test("the last rows taken away together are missed: the head knows how many there were", async () => {
  for (const cut of [1, 5, ROWS]) {
    const verdict = await verdictAfter((tx) => tx`delete from audit_events where seq > ${ROWS - cut}`);
    expect(verdict).toBe(ROWS);
  }
});

test("49: neither the runtime role nor a trigger-bound owner changes, deletes or reorders a row", async () => {
  for (const deed of [
    "update audit_events set seq = seq",
    "delete from audit_events",
    "truncate audit_events",
  ]) {
    const asApp = world.as("Amos", ({ tx }) => tx.execute(sql.raw(deed)));
    await expect(asApp, deed).rejects.toMatchObject({ cause: { code: "42501" } });
    await expect(owner.unsafe(deed), deed).rejects.toThrow("written once");
  }
  const forged = world.as("Amos", ({ tx }) => tx.execute(sql`update audit_heads set seq = 0`));
  await expect(forged).rejects.toMatchObject({ cause: { code: "42501" } });
});

test("the verifier names every organisation's head, and the row at which one is broken", async () => {
  const [head] = await verifyAuditChains(world.database);
  expect(head).toMatchObject({ organizationId: world.organization.id, rows: ROWS, brokenAt: null });
  expect(head?.hash).toMatch(/^[0-9a-f]{64}$/);
});

test("a chain rewritten whole from its first row deceives itself alone: a head said before does not stand in it", async () => {
  const published = await verifyAuditChains(world.database);
  expect(await lostHeads(world.database, published)).toEqual([]);
  const { id } = world.organization;
  const [kept] = await owner`select detail from audit_events where organization_id = ${id} and seq = 3`;
  await rewritten(3, { turn: "another" });
  // The control: to the verifier nothing has happened.
  expect(await verifyAuditChains(world.database)).toMatchObject([{ rows: ROWS, brokenAt: null }]);
  expect(await lostHeads(world.database, published)).toEqual(
    published.map(({ brokenAt: _, ...head }) => expect.objectContaining(head)),
  );
  const cut = { organizationId: id, rows: ROWS + 1, hash: published[0]?.hash ?? "" };
  expect(await lostHeads(world.database, [cut])).toEqual([cut]);
  await rewritten(3, kept?.detail);
  expect(await lostHeads(world.database, published)).toEqual([]);
});

/** Changes a row, and every hash after it so that the chain follows again: somebody who owns the server can. */
async function rewritten(row: number, detail: unknown): Promise<void> {
  await owner.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`update audit_events set detail = ${tx.json(detail as postgres.JSONValue)} where seq = ${row}`;
    await tx.unsafe(REHASH);
  });
}

test("every deed can be read back to the first, a hundred at a time, whatever its age", async () => {
  const more = 2 * AUDIT_PAGE_ROWS;
  await world.as("Amos", async (ctx) => {
    for (let i = 0; i < more; i += 1)
      await audit(ctx, { action: "member.change", subjectKind: "member", subjectId: ctx.member.id });
  });
  const seen: number[] = [];
  let before: number | undefined;
  for (;;) {
    const page = await world.as("Amos", (ctx) => listAudit(ctx, { before }));
    seen.push(...page.events.map(({ seq }) => seq));
    if (page.earlier === null) break;
    before = page.earlier;
  }
  expect(seen).toEqual(Array.from({ length: ROWS + more }, (_, i) => ROWS + more - i));
  await expect(world.as("Lena", (ctx) => listAudit(ctx, {}))).rejects.toMatchObject({ code: "FORBIDDEN" });
});
