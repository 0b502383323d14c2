import type { Readable, Writable } from "node:stream";
import type postgres from "postgres";
import { z } from "zod";
import { Problem } from "../lib/domain/errors";
import {
  asOwner,
  END,
  migrationsOf,
  parsed,
  requireSameSchema,
  rowsIn,
  rowsOut,
  TableLine,
  tablesOf,
} from "./backup/copy";
import { linesOf, writeLine } from "./backup/lines";

/** The first line of a backup: what kind of file it is, and the schema its rows belong to. */
const Header = z.object({ plumbline: z.literal("backup"), migrations: z.number().int() });

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
      for (const table of await tablesOf(sql)) {
        await writeLine(to, JSON.stringify({ table: table.table, columns: table.columns }));
        for await (const line of rowsOut(sql, table)) {
          await writeLine(to, line);
          rows += 1;
        }
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
  const lines = linesOf(from);
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
        rows += await rowsIn(sql, table, columns, lines);
      }
      return rows;
    }),
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
