import { getTableColumns, getTableName, is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as schema from "./schema/index";
import { catalogueFaults, foreignReach } from "./testing/catalogue";
import { createTestDatabase, type TestDatabase } from "./testing/database";

let records: TestDatabase;
let owner: postgres.Sql;
beforeAll(async () => {
  records = await createTestDatabase();
  owner = postgres(records.ownerUrl, { max: 1 });
});
afterAll(async () => {
  await owner.end();
  await records.drop();
});

test("every table, key, index, policy, view and function keeps the rule of tenancy", async () => {
  expect(await catalogueFaults(owner)).toEqual([]);
});

/** Runs `work` in a transaction of which nothing stays. */
async function undone<T>(work: (tx: postgres.TransactionSql) => Promise<T>): Promise<T> {
  const result: T[] = [];
  await owner
    .begin(async (tx) => {
      result.push(await work(tx));
      throw new Error("undone");
    })
    .catch((error: Error) => {
      if (error.message !== "undone") throw error;
    });
  return result[0] as T;
}

const ORGANIZATION = "00000000-0000-7000-8000-0000000000a1";
const NEIGHBOUR = "00000000-0000-7000-8000-0000000000b1";
const MEMBER = "00000000-0000-7000-8000-0000000000a2";

async function reach(tx: postgres.TransactionSql) {
  await tx`insert into organizations (id, name) values (${ORGANIZATION}, 'Ours'), (${NEIGHBOUR}, 'Theirs')`;
  await tx`insert into memberships (organization_id, id, name, roles)
    values (${ORGANIZATION}, ${MEMBER}, 'All', '{interviewer,recruiter,lead,admin}')`;
  return foreignReach(tx, { organization: ORGANIZATION, member: MEMBER }, NEIGHBOUR);
}

test("with a row of two organisations in every table, a member with every role reaches none of the other's", async () => {
  const { faults, tables, ownSeen } = await undone(reach);
  expect(faults).toEqual([]);
  expect(tables).toBeGreaterThan(35);
  // Else there would be nothing to reach: of most tables the member's own organisation's row is seen.
  expect(ownSeen).toBeGreaterThan(tables / 3);
});

test("each way of breaking the rule is named", async () => {
  const named = await undone(async (tx) => {
    await tx.unsafe(`
      create table bad_bare (organization_id uuid not null, id uuid, primary key (organization_id, id));
      create table bad_nobodys (id uuid primary key);
      alter table bad_nobodys enable row level security, force row level security;
      create policy nobody on bad_nobodys using (false);
      create table bad_keys (organization_id uuid not null, id uuid unique, seat_id uuid, primary key (id, organization_id));
      create unique index bad_index on bad_keys (lower(id::text));
      alter table bad_keys enable row level security, force row level security;
      create policy open on bad_keys using (true);
      alter table bad_keys add constraint bad_pointer foreign key (id, organization_id) references bad_keys (id, organization_id);
      create view bad_view as select * from candidates;
      create materialized view bad_copy as select * from candidates;
      create function bad_definer() returns void language sql security definer as 'select';
      create schema bad_schema; grant usage on schema bad_schema to plumbline_app`);
    return catalogueFaults(tx);
  });
  expect(named).toEqual([
    "function bad_definer runs as its owner without a fixed search path",
    "key bad_keys_id_key of bad_keys does not begin with the organisation id",
    "key bad_keys_pkey of bad_keys does not begin with the organisation id",
    "key bad_nobodys_pkey of bad_nobodys does not begin with the organisation id",
    "key bad_pointer of bad_keys does not begin with the organisation id",
    "key bad_pointer of bad_keys points past the organisation id",
    "policy nobody of bad_nobodys names neither the organisation nor the sign-on scope",
    "policy open of bad_keys names neither the organisation nor the sign-on scope",
    "relation bad_copy holds rows that no policy guards",
    "schema bad_schema lets the app in",
    "table bad_bare does not force row-level security",
    "table bad_bare has no policy",
    "table bad_nobodys has no organisation id that must be there",
    "unique index bad_index of bad_keys does not begin with the organisation id",
    "view bad_view reads as its owner",
  ]);
});

test("a policy that names the organisation and lets everybody in all the same is found by trying", async () => {
  const { faults } = await undone(async (tx) => {
    await tx.unsafe(`
      create table bad_policy (organization_id uuid not null, id uuid, primary key (organization_id, id));
      alter table bad_policy enable row level security, force row level security;
      create policy lax on bad_policy using (organization_id = app_organization() or true);
      grant select, insert, update, delete on bad_policy to plumbline_app`);
    expect(await catalogueFaults(tx)).toEqual([]);
    return reach(tx);
  });
  expect(faults).toEqual(
    ["reads", "changes", "deletes", "writes"].map((deed) => `bad_policy ${deed} another organisation's rows`),
  );
});

test("the runtime role owns nothing, bypasses nothing, and cannot touch what is written once", async () => {
  const [role] = await owner`
    select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as mighty from pg_roles where rolname = 'plumbline_app'`;
  expect(role?.mighty).toBe(false);
  const owned = await owner`select relname from pg_class where relowner = 'plumbline_app'::regrole`;
  expect(owned).toHaveLength(0);
  const rights = await owner`
    select t, r from unnest(array['submissions', 'operations', 'amendments', 'debrief_steps', 'debrief_reasons', 'decisions', 'decision_members', 'audit_events', 'audit_heads']) t,
      unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) r where has_table_privilege('plumbline_app', t, r)`;
  expect(rights).toHaveLength(0);
  const appends = await owner`select has_table_privilege('plumbline_app', 'audit_events', 'INSERT') as may`;
  expect(appends[0]?.may).toBe(false);
});

test("the queue's role reaches jobs and no record; the records' role reaches no job; neither makes or owns anything there", async () => {
  const reach = await owner`
    select r.rolname || ' ' || p.privilege || ' ' || n.nspname || '.' || c.relname as right from pg_class c
      join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('public', 'jobs') and c.relkind in ('r', 'p', 'v')
      cross join (values ('plumbline_jobs'), ('plumbline_app'), ('plumbline_login')) r(rolname)
      cross join unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) p(privilege)
    where has_table_privilege(r.rolname, c.oid, p.privilege)
      and (r.rolname <> 'plumbline_app' or n.nspname = 'jobs') order by 1`;
  expect(reach.map(({ right }) => right)).toEqual([
    ...["archive", "job"].map((table) => `plumbline_jobs DELETE jobs.${table}`),
    ...["archive", "job"].map((table) => `plumbline_jobs INSERT jobs.${table}`),
    ...["archive", "job", "queue", "version"].map((table) => `plumbline_jobs SELECT jobs.${table}`),
    ...["archive", "job"].map((table) => `plumbline_jobs UPDATE jobs.${table}`),
  ]);
  const makes = await owner`
    select r.rolname, n.nspname from pg_namespace n
      cross join (values ('plumbline_jobs'), ('plumbline_app'), ('plumbline_login')) r(rolname)
    where n.nspname in ('public', 'jobs') and (has_schema_privilege(r.rolname, n.oid, 'CREATE')
      or n.nspname = 'jobs' and r.rolname <> 'plumbline_jobs' and has_schema_privilege(r.rolname, n.oid, 'USAGE'))`;
  expect(makes).toHaveLength(0);
  const [role] =
    await owner`select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolcanlogin as mighty,
    exists (select from pg_class where relowner = r.oid) or exists (select from pg_namespace where nspowner = r.oid) as owns
    from pg_roles r where rolname = 'plumbline_jobs'`;
  expect(role).toEqual({ mighty: false, owns: false });
});

test("drizzle sees exactly the tables and columns that the migrations made", async () => {
  const rows = await owner`
    select table_name as table, column_name as column from information_schema.columns where table_schema = 'public'`;
  const made = rows.map(({ table, column }) => `${table}.${column}`).sort();
  const seen = Object.values(schema)
    .filter((each) => is(each, PgTable))
    .flatMap((table) =>
      Object.values(getTableColumns(table)).map(({ name }) => `${getTableName(table)}.${name}`),
    )
    .sort();
  expect(seen).toEqual(made);
});

test("a published rubric never changes, and an audit row not even by its owner", async () => {
  await owner`insert into organizations (id, name) values ('00000000-0000-7000-8000-000000000001', 'X')`;
  await owner`insert into rubric_versions (organization_id, id, number, state, content, weights, fold, reason, published_at)
    values ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002', 1, 'published', '{}', '{}', '{}', 'r', now())`;
  await expect(owner`update rubric_versions set weights = '{"fix": 100}'`).rejects.toThrow("published");
  await owner`update rubric_versions set state = 'retired'`;
  await expect(owner`truncate audit_events`).rejects.toThrow("written once");
});

/** Text of tables that hang on a candidate: what `erase_candidate` clears, and what can hold nobody's words. */
const ERASED = [
  ...["candidates.name", "candidates.email", "evidence_notes.body", "trap_flags.reason", "amendments.reason"],
  ...["decisions.rationale", "debrief_steps.reason", "debrief_reasons.reason"],
  ...["operations.change", "operations.field", "story_facts.fact", "story_facts.choice", "story_facts.unit"],
];
const NO_WORDS: Record<string, string> = {
  "amendments.change": "one mark or recommendation",
  "submitted_marks.marks": "marks",
  "submitted_marks.traps": "names of traps",
};

test("every text that hangs on a candidate is reached by erasure, or can hold no word about them", async () => {
  const columns = await owner`
    with recursive hanging as (
      select 'candidates'::regclass::oid as t union
      select c.conrelid from pg_constraint c join hanging h on c.confrelid = h.t where c.contype = 'f')
    select a.attrelid::regclass::text || '.' || a.attname as name from hanging h
      join pg_attribute a on a.attrelid = h.t and a.attnum > 0 and not a.attisdropped
      where a.atttypid in ('text'::regtype, 'jsonb'::regtype, 'text[]'::regtype, 'bytea'::regtype)
        and not exists (select from pg_constraint c where c.conrelid = h.t and c.contype = 'c'
          and c.conkey = array[a.attnum] and pg_get_constraintdef(c.oid) like '%= ANY %ARRAY[%')
      order by 1`;
  const names = columns.map(({ name }) => name);
  expect(names).toContain("evidence_notes.body");
  const unreached = names.filter((name) => !ERASED.includes(name) && !(name in NO_WORDS));
  // A key is no word, and goes with its draft.
  expect(unreached).toEqual(["draft_keys.key"]);
});
