import type { Database } from "./client";
import { openingWith } from "./driver/opening";
import { lastly } from "./pipeline";

/** One statement as rate-limiter-flexible writes it for a pool of another driver. */
interface Query {
  text: string;
  values?: (string | number | null)[];
}

/**
 * The one thing rate-limiter-flexible asks of a PostgreSQL pool, over ours: each statement runs as the runtime role,
 * in the sign-on scope that alone may touch `rate_limits`. Two ways to the database: the scope travels with `begin`, and
 * the commit behind the statement.
 */
export function limitStore(database: Database) {
  return {
    query: async ({ text, values = [] }: Query) => {
      const answering = await openingWith(
        ["select open_scope('identity')"],
        () => {},
        (rowsOf) =>
          database.$client.begin(async (tx) => {
            rowsOf();
            const rows = tx.unsafe(text, values);
            await lastly({ endings: [] }, rows);
            return { rows };
          }),
      );
      const rows = await answering.rows;
      return { rows, rowCount: rows.count };
    },
  };
}
