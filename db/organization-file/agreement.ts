import type postgres from "postgres";
import { Problem } from "../../lib/domain/errors";
import { brokenAmong } from "../invariants";
import { PEOPLE } from "./tables";

/** Whether all that came is the one organisation's: nothing is put among the rows of another. */
export async function requireOwnRows(
  sql: postgres.TransactionSql,
  organizationId: string,
  came: ReadonlyMap<string, number>,
): Promise<void> {
  const tables = [...came.keys()].filter((table) => !PEOPLE.some((name) => name === table));
  const counts = tables.map(
    (table) => `select '${table}' as table, count(*)::int as rows from "${table}"
      where ${table === "organizations" ? "id" : "organization_id"} = $1`,
  );
  const found = await sql.unsafe<{ table: string; rows: number }[]>(counts.join(" union all "), [
    organizationId,
  ]);
  for (const { table, rows } of found)
    if (rows !== came.get(table))
      throw new Problem("INVALID", `The file has rows of another organisation in ${table}`);
}

/** Whether the rows agree with each other: every key leads somewhere, the chain is whole, every invariant holds. */
export async function requireAgreement(sql: postgres.TransactionSql, organizationId: string): Promise<void> {
  await requireKeys(sql, organizationId);
  await sql`select set_config('app.organization_id', ${organizationId}, true)`;
  const [chain] = await sql<{ at: string | null }[]>`select audit_broken_at()::text as at`;
  if (chain?.at) throw new Problem("INVALID", `The file's audit chain is broken at row ${chain.at}`);
  await onlyOf(sql, organizationId);
  const [broken] = await brokenAmong(sql);
  if (broken) throw new Problem("INVALID", `The file does not agree with itself: not "${broken.invariant}"`);
}

/** Triggers are off while rows come in, and with them the database's own look at foreign keys. */
async function requireKeys(sql: postgres.TransactionSql, organizationId: string): Promise<void> {
  const keys = await sql<{ table: string; parent: string; own: string[]; theirs: string[] }[]>`
    select c.relname as table, p.relname as parent,
      array(select a.attname::text from unnest(k.conkey) with ordinality u(n, place)
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.n order by u.place) as own,
      array(select a.attname::text from unnest(k.confkey) with ordinality u(n, place)
        join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.n order by u.place) as theirs
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class p on p.oid = k.confrelid
    where k.contype = 'f' and c.relnamespace = 'public'::regnamespace
      and exists (select from pg_attribute a where a.attrelid = k.conrelid and a.attname = 'organization_id')`;
  const orphans = keys.map(({ table, parent, own, theirs }) => {
    const given = own.map((column) => `x."${column}" is not null`).join(" and ");
    const same = own.map((column, i) => `p."${theirs[i]}" = x."${column}"`).join(" and ");
    return `select '${table}' as table, '${parent}' as parent where exists (select from "${table}" x
      where x.organization_id = $1 and ${given} and not exists (select from "${parent}" p where ${same}))`;
  });
  const [orphan] = await sql.unsafe<{ table: string; parent: string }[]>(orphans.join(" union all "), [
    organizationId,
  ]);
  if (orphan)
    throw new Problem("INVALID", `The file has a row in ${orphan.table} without its ${orphan.parent}`);
}

/** For the rest of the connection a table's bare name means this organisation's rows alone. */
async function onlyOf(sql: postgres.TransactionSql, organizationId: string): Promise<void> {
  const tables = await sql<{ name: string }[]>`select c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and exists (select from pg_attribute a
      where a.attrelid = c.oid and a.attname = 'organization_id' and a.attnotnull) order by 1`;
  const views = tables.map(
    ({ name }) => `create temporary view "${name}" as
      select * from public."${name}" where organization_id = '${organizationId}'`,
  );
  await sql.unsafe(views.join(";"));
}
