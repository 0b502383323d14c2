import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import postgres from "postgres";
import { z } from "zod";
import { Problem } from "../lib/domain/errors";
import { linesOf, writeLine } from "./backup/lines";

/** The first line of a backup: what kind of file it is, and the schema its rows belong to. */
const Header = z.object({ plumbline: z.literal("backup"), migrations: z.number().int() });
/** Stands before the rows of each table. */
const TableLine = z.object({ table: z.string(), columns: z.array(z.string()) });
/** PostgreSQL's own mark for the end of a table's rows; a row can never read like this. */
const END = "\\.";

/** The same text for the same value, whatever the server's settings are. */
const PLAIN = { TimeZone: "UTC", DateStyle: "ISO", bytea_output: "hex", statement_timeout: 0 };

/**
 * Writes every row of every table, as of one moment, while the app goes on working. Answers the number of rows.
 * The text is the same for PostgreSQL 15 and later, so a backup is also the way from one major version to the next.
 * @param ownerUrl a superuser, or a role that bypasses row-level security
 */
export async function writeBackup(ownerUrl: string, to: Writable): Promise<number> {
  return asOwner(ownerUrl, (client) =>
    client.begin("isolation level repeatable read read only", async (sql) => {
      await sql`set local row_security = off`;
      await writeLine(to, JSON.stringify({ plumbline: "backup", migrations: await migrationsOf(sql) }));
      let rows = 0;
      for (const { table, columns, key } of await tablesOf(sql)) {
        await writeLine(to, JSON.stringify({ table, columns }));
        // In the order of the key: where on its pages a server has put a row is nobody else's business.
        const source =
          await sql`copy (select ${sql(columns)} from ${sql(table)} order by ${sql(key)}) to stdout`.readable();
        for await (const line of linesOf(source)) {
          await writeLine(to, line);
          rows += 1;
        }
        // The driver leaves its socket paused when a stream ends while full: asking once more wakes it.
        source._read(0);
        await writeLine(to, END);
      }
      return rows;
    }),
  );
}

/**
 * Puts a backup into a migrated, empty database: all of it or nothing. Answers the number of rows.
 * @param ownerUrl a superuser: rows come back as they were, without triggers writing a history of their own
 */
export async function readBackup(ownerUrl: string, from: Readable): Promise<number> {
  const lines = createInterface({ input: from, crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]();
  const header = Header.safeParse(parsed((await lines.next()).value));
  if (!header.success) throw new Problem("INVALID", "This file is not a Plumbline backup");
  return asOwner(ownerUrl, (client) =>
    client.begin(async (sql) => {
      await requireSameSchema(sql, header.data.migrations);
      await requireEmpty(sql);
      await sql`set local session_replication_role = replica`;
      let rows = 0;
      for (let next = await lines.next(); !next.done; next = await lines.next()) {
        const { table, columns } = TableLine.parse(parsed(next.value));
        rows += await copyIn(sql, table, columns, lines);
      }
      return rows;
    }),
  );
}

async function copyIn(
  sql: postgres.TransactionSql,
  table: string,
  columns: string[],
  lines: AsyncIterator<string>,
): Promise<number> {
  const sink = await sql`copy ${sql(table)} (${sql(columns)}) from stdin`.writable();
  let rows = 0;
  async function* rowsOfTable() {
    for (let next = await lines.next(); next.value !== END; rows += 1) {
      // A line is passed on only once another follows it: the last one of a torn file may be torn itself.
      const row = next.value;
      next = await lines.next();
      if (next.done)
        throw new Problem("INVALID", `The backup ends in the middle of ${table}: it is not whole`);
      yield `${row}\n`;
    }
  }
  await pipeline(rowsOfTable, sink);
  return rows;
}

async function requireSameSchema(sql: postgres.TransactionSql, migrations: number): Promise<void> {
  const here = await migrationsOf(sql);
  if (here !== migrations)
    throw new Problem(
      "CONFLICT",
      `The backup has ${migrations} migrations and this Plumbline ${here}: restore with the version that wrote it, then update`,
    );
}

async function requireEmpty(sql: postgres.TransactionSql): Promise<void> {
  for (const { table } of await tablesOf(sql)) {
    const rows = await sql`select 1 from ${sql(table)} limit 1`;
    if (rows.length > 0)
      throw new Problem(
        "CONFLICT",
        `This database already has rows (in ${table}): restore into an empty one`,
      );
  }
}

async function migrationsOf(sql: postgres.TransactionSql): Promise<number> {
  const [row] = await sql<
    { count: number }[]
  >`select count(*)::int as count from drizzle.__drizzle_migrations`;
  return row?.count ?? 0;
}

/** Computed columns are left out: the database computes them again. */
async function tablesOf(
  sql: postgres.TransactionSql,
): Promise<{ table: string; columns: string[]; key: string[] }[]> {
  return sql<{ table: string; columns: string[]; key: string[] }[]>`
    select c.table_name as table, array_agg(c.column_name::text order by c.ordinal_position) as columns,
        (select array_agg(a.attname::text order by k.place) from pg_index i
          cross join unnest(i.indkey) with ordinality k(attnum, place)
          join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
          where i.indisprimary and i.indrelid = format('public.%I', c.table_name)::regclass) as key
      from information_schema.columns c
      join pg_tables t on t.schemaname = c.table_schema and t.tablename = c.table_name
      where c.table_schema = 'public' and c.is_generated = 'NEVER' group by 1 order by 1`;
}

function parsed(line: unknown): unknown {
  try {
    return typeof line === "string" ? JSON.parse(line) : null;
  } catch {
    return null;
  }
}

async function asOwner<T>(ownerUrl: string, work: (client: postgres.Sql) => Promise<T>): Promise<T> {
  const client = postgres(ownerUrl, { max: 1, connect_timeout: 5, onnotice: () => {}, connection: PLAIN });
  try {
    return await work(client);
  } finally {
    await client.end({ timeout: 5 });
  }
}
