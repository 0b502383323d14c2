import type { Writable } from "node:stream";
import type postgres from "postgres";
import { Problem } from "../../lib/domain/errors";
import { asOwner, END, migrationsOf, rowsOut, tablesOf } from "../backup/copy";
import { SealedWriter } from "./sealed-lines";
import { STAYS, TRAVELS } from "./tables";

/** Moves when a reader of the file would have to change. */
export const FORM = 1;

export interface Written {
  rows: number;
  /** Of everything before the last line; the file says the same. */
  sha256: string;
}

/**
 * Writes one organisation whole, as of one moment, row after row: memory does not grow with it. The same records give
 * the same bytes.
 * @param ownerUrl a superuser, or a role that bypasses row-level security
 */
export async function writeOrganization(
  ownerUrl: string,
  organizationId: string,
  to: Writable,
): Promise<Written> {
  if (!/^[0-9a-f-]{36}$/.test(organizationId)) throw new Error("An organisation's id is a uuid");
  return asOwner(ownerUrl, (client) =>
    client.begin("isolation level repeatable read read only", async (sql) => {
      await sql`set local row_security = off`;
      const file = new SealedWriter(to);
      const organization = await requireOrganization(sql, organizationId);
      const migrations = await migrationsOf(sql);
      await file.line(JSON.stringify({ plumbline: "organization", form: FORM, migrations, organization }));
      let rows = 0;
      for (const table of await tablesOf(sql)) {
        const where = rowsOf(table.table, organizationId);
        if (where === null) continue;
        await file.line(JSON.stringify({ table: table.table, columns: table.columns }));
        for await (const line of rowsOut(sql, table, where)) {
          await file.line(line);
          rows += 1;
        }
        await file.line(END);
      }
      return { rows, sha256: await file.seal(rows) };
    }),
  );
}

/** Which rows of a table are the organisation's, in SQL; null where none of them travels. */
function rowsOf(table: string, organizationId: string): string | null {
  const members = `select user_id from memberships where organization_id = '${organizationId}'`;
  if (table === "organizations") return `id = '${organizationId}'`;
  if (table === "users") return `id in (${members})`;
  if (table === "accounts") return `user_id in (${members})`;
  if (TRAVELS.includes(table)) return `organization_id = '${organizationId}'`;
  if (table in STAYS) return null;
  // Better no file than one that somebody takes for whole.
  throw new Error(
    `Nobody has said whether ${table} travels with an organisation (db/organization-file/tables)`,
  );
}

async function requireOrganization(sql: postgres.TransactionSql, id: string) {
  const [row] = await sql<
    { id: string; name: string }[]
  >`select id, name from organizations where id = ${id}`;
  if (!row) throw new Problem("NOT_FOUND", "There is no such organisation here");
  return { id: row.id, name: row.name };
}
