import { type SQL, sql } from "drizzle-orm";

/** Ids as one parameter for `= any (...)`: the statement keeps its shape, and its plan, however many there are. */
export function uuidArray(ids: readonly string[]): SQL {
  return sql`${`{${ids.join(",")}}`}::uuid[]`;
}
