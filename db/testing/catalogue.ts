import type postgres from "postgres";

type Sql = postgres.Sql | postgres.TransactionSql;

/** Who a person is stands outside every organisation; everything else belongs to one. */
export const IDENTITY: readonly string[] = [
  "organizations",
  "users",
  "accounts",
  "sessions",
  "verification_tokens",
  "rate_limits",
];
/** The one way out of an organisation: a membership names the person behind it. */
const WAYS_OUT = ["memberships_user_id_fkey"];

/** What in this database breaks the rule of tenancy, in words: table by table, key by key. Empty when all is well. */
export async function catalogueFaults(sql: Sql): Promise<string[]> {
  const identity = [...IDENTITY];
  const rows = await sql<{ fault: string }[]>`
    with ours as (select c.oid, c.relname, c.relkind, c.relrowsecurity, c.relforcerowsecurity, c.reloptions,
        c.relname <> all(${identity}) as owned from pg_class c where c.relnamespace = 'public'::regnamespace)
    select 'table ' || relname || ' does not force row-level security' as fault from ours
      where relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)
    union all
    select 'table ' || relname || ' has no policy' from ours
      where relkind in ('r', 'p') and not exists (select from pg_policy p where p.polrelid = ours.oid)
    union all
    select 'table ' || relname || ' has no organisation id that must be there' from ours
      where relkind in ('r', 'p') and owned and not exists (select from pg_attribute a
        where a.attrelid = ours.oid and a.attname = 'organization_id' and a.attnotnull)
    union all
    select 'view ' || relname || ' reads as its owner' from ours
      where relkind = 'v' and not coalesce(reloptions @> '{security_invoker=true}', false)
    union all
    select 'relation ' || relname || ' holds rows that no policy guards' from ours where relkind in ('m', 'f')
    union all
    select 'key ' || k.conname || ' of ' || o.relname || ' does not begin with the organisation id'
      from pg_constraint k join ours o on o.oid = k.conrelid and o.owned
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.contype in ('p', 'u', 'f') and a.attname <> 'organization_id' and k.conname <> all(${WAYS_OUT})
    union all
    select 'key ' || k.conname || ' of ' || o.relname || ' points past the organisation id'
      from pg_constraint k join ours o on o.oid = k.conrelid join ours there on there.oid = k.confrelid and there.owned
      join pg_attribute a on a.attrelid = k.confrelid and a.attnum = k.confkey[1]
      where k.contype = 'f' and a.attname <> 'organization_id'
    union all
    select 'unique index ' || i.relname || ' of ' || o.relname || ' does not begin with the organisation id'
      from pg_index x join pg_class i on i.oid = x.indexrelid join ours o on o.oid = x.indrelid and o.owned
      left join pg_attribute a on a.attrelid = x.indrelid and a.attnum = x.indkey[0]
      where x.indisunique and a.attname is distinct from 'organization_id'
        and not exists (select from pg_constraint k where k.conindid = x.indexrelid)
    union all
    select 'policy ' || p.polname || ' of ' || o.relname || ' names neither the organisation nor the sign-on scope'
      from pg_policy p join ours o on o.oid = p.polrelid
      where coalesce(pg_get_expr(p.polqual, p.polrelid), '') || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '')
        !~ 'app_organization\\(\\)|app_is_identity\\(\\)'
    union all
    select 'function ' || f.proname || ' runs as its owner without a fixed search path' from pg_proc f
      where f.pronamespace = 'public'::regnamespace and f.prosecdef
        and not exists (select from unnest(f.proconfig) c where c like 'search_path=%')
    union all
    select 'schema ' || n.nspname || ' lets the app in' from pg_namespace n
      where n.nspname <> 'public' and n.nspname !~ '^pg_|^information_schema$'
        and has_schema_privilege('plumbline_app', n.oid, 'USAGE')
    order by fault`;
  return rows.map(({ fault }) => fault);
}

interface Column {
  name: string;
  type: string;
}

/** Every table of organisations with its columns, generated ones left out. */
async function ownedTables(sql: Sql): Promise<Map<string, Column[]>> {
  const rows = await sql<(Column & { table: string })[]>`
    select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> all(${[...IDENTITY]})
      and a.attgenerated = '' order by c.relname, a.attnum`;
  const tables = new Map<string, Column[]>();
  for (const { table, name, type } of rows) tables.set(table, [...(tables.get(table) ?? []), { name, type }]);
  return tables;
}

/** A row that is nobody's real one: with constraints and triggers off, only its organisation matters. */
function anyRow(columns: readonly Column[], organization: string): string {
  const value = ({ name, type }: Column): string => {
    if (name === "organization_id") return `'${organization}'`;
    if (type === "uuid") return "gen_random_uuid()";
    if (type.endsWith("[]")) return "'{}'";
    if (type === "json" || type === "jsonb") return "'{}'";
    if (type === "bytea") return "'x'";
    if (type === "boolean") return "false";
    if (/^(timestamp|date)/.test(type)) return "now()";
    if (/^(smallint|integer|bigint|real|double|numeric)/.test(type))
      return "(extract(epoch from clock_timestamp()) * 1000)::bigint % 30000";
    return type === "interval" ? "'1 hour'" : "gen_random_uuid()::text";
  };
  return `(${columns.map(value).join(", ")})`;
}

/**
 * Puts a row of each of two organisations into every table, and tries as the app, inside the first and with every right
 * a member can have, to read, write, change and delete the other's. Names each table that lets it. Leaves nothing behind
 * when the caller rolls back, which it must.
 */
export async function foreignReach(
  sql: postgres.TransactionSql,
  ours: { organization: string; member: string },
  theirs: string,
): Promise<{ faults: string[]; tables: number; ownSeen: number }> {
  const tables = await ownedTables(sql);
  const checks = await sql`select conrelid::regclass as table, conname from pg_constraint
    where connamespace = 'public'::regnamespace and contype = 'c'`;
  for (const { table, conname } of checks)
    await sql.unsafe(`alter table ${table} drop constraint "${conname}"`);
  await sql`set local session_replication_role = replica`;
  for (const [table, columns] of tables)
    for (const organization of [ours.organization, theirs])
      await sql.unsafe(`insert into "${table}" (${names(columns)}) values ${anyRow(columns, organization)}`);
  await sql`select open_organization(${ours.organization}, ${ours.member})`;

  const faults: string[] = [];
  let ownSeen = 0;
  const tried = async (statement: string): Promise<number> => {
    try {
      return (await sql.savepoint((inner) => inner.unsafe(statement))).count;
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === "42501") return 0;
      throw error;
    }
  };
  for (const [table, columns] of tables) {
    const foreign = `where organization_id = '${theirs}'`;
    const deeds: [string, string][] = [
      ["reads", `select 1 from "${table}" ${foreign}`],
      ["changes", `update "${table}" set organization_id = organization_id ${foreign}`],
      ["deletes", `delete from "${table}" ${foreign}`],
      ["writes", `insert into "${table}" (${names(columns)}) values ${anyRow(columns, theirs)}`],
    ];
    for (const [deed, statement] of deeds)
      if ((await tried(statement)) > 0) faults.push(`${table} ${deed} another organisation's rows`);
    if ((await tried(`select 1 from "${table}"`)) > 0) ownSeen += 1;
  }
  return { faults, tables: tables.size, ownSeen };
}

const names = (columns: readonly Column[]) => columns.map(({ name }) => `"${name}"`).join(", ");
