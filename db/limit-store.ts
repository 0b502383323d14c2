import type { Database } from "./client";

/** One statement as rate-limiter-flexible writes it for a pool of another driver. */
interface Query {
  text: string;
  values?: (string | number | null)[];
}

/**
 * The one thing rate-limiter-flexible asks of a PostgreSQL pool, over ours: each statement runs as the runtime role,
 * in the sign-on scope that alone may touch `rate_limits`.
 */
export function limitStore(database: Database) {
  return {
    query: async ({ text, values = [] }: Query) => {
      const rows = await database.$client.begin(async (tx) => {
        await tx.unsafe("select open_scope('identity')");
        return tx.unsafe(text, values);
      });
      return { rows, rowCount: rows.count };
    },
  };
}
