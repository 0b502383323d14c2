import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { socketOpener } from "./driver/sockets";
import { keepStatements } from "./driver/statements";

export type Database = PostgresJsDatabase & { $client: postgres.Sql };

/** Connections an app instance holds: two cores are never kept waiting, and a small server is never drowned. */
const POOL_CONNECTIONS = 10;
/** A server that does not answer within this is said to be away. */
const CONNECT_TIMEOUT_S = 5;
/** A server that is back is used again within this; the driver's own pauses grow to twenty seconds. */
const RECONNECT_PAUSE_S = 0.2;
/** No verb needs longer; a stuck one must not hold locks that others wait for. */
const STATEMENT_TIMEOUT_MS = 15_000;

/** Whoever waits for a row that somebody else holds: longer means that something is stuck, not that it is busy. */
const LOCK_TIMEOUT_MS = 8_000;

/** As words: the driver leaves out what is 0 or false. */
const ONE_CORE = { max_parallel_workers_per_gather: "0", jit: "off" };

/**
 * Opens a pool. `url` is any PostgreSQL URL; nothing connects until the first query.
 * @param options.oneCore whether a query of it never takes more than one core of PostgreSQL
 */
export function connect(url: string, options: { max?: number; oneCore?: boolean } = {}): Database {
  const settings = {
    max: options.max ?? POOL_CONNECTIONS,
    connect_timeout: CONNECT_TIMEOUT_S,
    backoff: () => RECONNECT_PAUSE_S,
    onnotice: () => {},
    connection: {
      application_name: "plumbline",
      statement_timeout: STATEMENT_TIMEOUT_MS,
      lock_timeout: LOCK_TIMEOUT_MS,
      ...(options.oneCore ? ONE_CORE : {}),
    },
    socket: socketOpener(),
  };
  // Without the schema: it is for relational queries alone, and every transaction would lay out one for each table.
  return drizzle({ client: keepStatements(postgres(url, settings)) });
}
