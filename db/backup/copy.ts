import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import postgres from "postgres";
import { z } from "zod";
import { Problem } from "../../lib/domain/errors";
import { linesOf } from "./lines";

/** Stands before the rows of each table. */
export const TableLine = z.object({ table: z.string(), columns: z.array(z.string()) });
/** PostgreSQL's own mark for the end of a table's rows; a row can never read like this. */
export const END = "\\.";

/** The same text for the same value, whatever the server's settings are. */
const PLAIN = { TimeZone: "UTC", DateStyle: "ISO", bytea_output: "hex", statement_timeout: 0 };

export interface Table {
  table: string;
  columns: string[];
  /** Of the primary key: where on its pages a server has put a row is nobody else's business. */
  key: string[];
}

/** Every table of this deployment. Computed columns are left out: the database computes them again. */
export async function tablesOf(sql: postgres.TransactionSql): Promise<Table[]> {
  return sql<Table[]>`
    select c.table_name as table, array_agg(c.column_name::text order by c.ordinal_position) as columns,
        (select array_agg(a.attname::text order by k.place) from pg_index i
          cross join unnest(i.indkey) with ordinality k(attnum, place)
          join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
          where i.indisprimary and i.indrelid = format('public.%I', c.table_name)::regclass) as key
      from information_schema.columns c
      join pg_tables t on t.schemaname = c.table_schema and t.tablename = c.table_name
      where c.table_schema = 'public' and c.is_generated = 'NEVER' group by 1 order by 1`;
}

export const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(", ");

/**
 * The rows of one table as lines, in the order of its key; as fast as they are taken.
 * @param where which of them, in SQL; all when not said. Nothing that a person wrote may stand in it
 */
export async function* rowsOut(
  sql: postgres.TransactionSql,
  { table, columns, key }: Table,
  where = "true",
): AsyncGenerator<string> {
  const rows = `select ${quoted(columns)} from "${table}" where ${where} order by ${quoted(key)}`;
  const source = await sql.unsafe(`copy (${rows}) to stdout`).readable();
  yield* linesOf(source);
  // The driver leaves its socket paused when a stream ends while full: asking once more wakes it.
  source._read(0);
}

/** Puts lines into a table until the end mark is read; answers how many there were. */
export async function rowsIn(
  sql: postgres.TransactionSql,
  table: string,
  columns: readonly string[],
  lines: AsyncIterator<string>,
): Promise<number> {
  let next = await lines.next();
  // Most tables of a small house are empty, and each copy waits for the network once.
  if (next.value === END) return 0;
  const sink = await sql.unsafe(`copy "${table}" (${quoted(columns)}) from stdin`).writable();
  let rows = 0;
  async function* rowsOfTable() {
    for (; next.value !== END; rows += 1) {
      // A line is passed on only once another follows it: the last one of a torn file may be torn itself.
      const row = next.value;
      next = await lines.next();
      if (next.done) throw new Problem("INVALID", `The file ends in the middle of ${table}: it is not whole`);
      yield `${row}\n`;
    }
  }
  await Promise.race([pipeline(rowsOfTable, sink), refusalOf(sql, sink, table)]);
  return rows;
}

/**
 * Rejects when the server refuses the rows, and else stays silent. The driver waits for the end of a copy, and does not
 * hear an error that comes after the last row has gone (postgres.js 3.4); the next statement on the same connection does.
 */
function refusalOf(sql: postgres.TransactionSql, sink: Writable, table: string): Promise<never> {
  return new Promise((_, reject) => {
    const final = sink._final.bind(sink);
    sink._final = (done) => {
      final(done);
      sql`select 1`.catch((cause: unknown) =>
        reject(new Problem("INVALID", `The file has a row of ${table} that these records refuse`, {}, cause)),
      );
    };
  });
}

/** Refuses rows of another schema. */
export async function requireSameSchema(sql: postgres.TransactionSql, migrations: number): Promise<void> {
  const here = await migrationsOf(sql);
  if (here !== migrations)
    throw new Problem(
      "CONFLICT",
      `The file has ${migrations} migrations and this Plumbline ${here}: bring both to the same version first`,
    );
}

export async function migrationsOf(sql: postgres.TransactionSql): Promise<number> {
  const [row] = await sql<
    { count: number }[]
  >`select count(*)::int as count from drizzle.__drizzle_migrations`;
  return row?.count ?? 0;
}

/** What a line says, or null where it says nothing. */
export function parsed(line: unknown): unknown {
  try {
    return typeof line === "string" ? JSON.parse(line) : null;
  } catch {
    return null;
  }
}

export async function asOwner<T>(ownerUrl: string, work: (client: postgres.Sql) => Promise<T>): Promise<T> {
  const client = postgres(ownerUrl, { max: 1, connect_timeout: 5, onnotice: () => {}, connection: PLAIN });
  try {
    return await work(client);
  } finally {
    await client.end({ timeout: 5 });
  }
}
