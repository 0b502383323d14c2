import type { Readable } from "node:stream";
import type postgres from "postgres";
import { z } from "zod";
import { Problem } from "../../lib/domain/errors";
import { asOwner, parsed, requireSameSchema, rowsIn, type Table, TableLine, tablesOf } from "../backup/copy";
import { requireAgreement, requireOwnRows } from "./agreement";
import { openWaitingRoom, settlePeople, WAITING } from "./people";
import { SealedReader } from "./sealed-lines";
import { PEOPLE, TRAVELS } from "./tables";
import { FORM } from "./write";

const Header = z.object({
  plumbline: z.literal("organization"),
  form: z.number().int(),
  migrations: z.number().int(),
  organization: z.object({ id: z.uuid(), name: z.string() }),
});

export interface Read {
  organization: { id: string; name: string };
  rows: number;
  sha256: string;
  /** Of the people behind its members, those who had an account here. */
  known: number;
  people: number;
}

/**
 * Puts an organisation's file beside the organisations that are here: all of it or nothing, and only when the file is
 * whole, unchanged, of this version, about an organisation that is not here, and agrees with itself.
 * @param ownerUrl a superuser: rows come as they were, without triggers writing a history of their own
 */
export async function readOrganization(ownerUrl: string, from: Readable): Promise<Read> {
  const file = new SealedReader(from);
  const header = Header.safeParse(parsed((await file.next()).value));
  if (!header.success) throw new Problem("INVALID", "This file does not hold an organisation of Plumbline's");
  const { organization, migrations, form } = header.data;
  if (form !== FORM)
    throw new Problem("CONFLICT", `The file has form ${form}, and this Plumbline reads form ${FORM}`);
  return asOwner(ownerUrl, (client) =>
    client.begin(async (sql) => {
      await requireSameSchema(sql, migrations);
      const [here] = await sql`select 1 from organizations where id = ${organization.id}`;
      if (here) throw new Problem("CONFLICT", `${organization.name} is here already`);
      await sql`set local session_replication_role = replica`;
      await openWaitingRoom(sql);
      const tables = await tablesOf(sql);
      const rows = await rowsOfTables(sql, file, tables);
      const sha256 = await file.requireSeal(sum(rows));
      await settlePeople(sql, tables);
      await requireOwnRows(sql, organization.id, rows);
      await requireAgreement(sql, organization.id);
      const [settled] = await sql<{ people: number; known: number }[]>`
        select count(*)::int as people, count(*) filter (where known)::int as known from settled_people`;
      return {
        organization,
        rows: sum(rows),
        sha256,
        known: settled?.known ?? 0,
        people: settled?.people ?? 0,
      };
    }),
  );
}

/** Every table of the file, each once and all of them; answers how many rows each had. */
async function rowsOfTables(
  sql: postgres.TransactionSql,
  file: SealedReader,
  tables: readonly Table[],
): Promise<Map<string, number>> {
  const wanted = new Map(
    tables
      .filter(({ table }) => TRAVELS.includes(table) || PEOPLE.some((name) => name === table))
      .map(({ table, columns }) => [table, columns]),
  );
  const rows = new Map<string, number>();
  for (let next = await file.next(); !next.done; next = await file.next()) {
    const line = TableLine.safeParse(parsed(next.value));
    if (!line.success) break;
    const { table, columns } = line.data;
    if (rows.has(table) || wanted.get(table)?.join() !== columns.join())
      throw new Problem("INVALID", `The file has a table "${table}" that is not as this version knows it`);
    rows.set(table, await rowsIn(sql, WAITING[table] ?? table, columns, file));
  }
  const missing = [...wanted.keys()].filter((table) => !rows.has(table));
  if (missing.length > 0) throw new Problem("INVALID", `The file ends before ${missing[0]}: it is not whole`);
  return rows;
}

const sum = (rows: ReadonlyMap<string, number>) => [...rows.values()].reduce((all, one) => all + one, 0);
