import type postgres from "postgres";
import { beginWith, takeOpening } from "./opening";
import { sqlState } from "./sql-state";

/**
 * A statement with more parameters than this has as many shapes as it may have rows, and a connection keeps each shape
 * it has met: those go unnamed, and cost two round trips and a plan each time.
 */
const KEPT_PARAMETERS_MAX = 40;
/** After a crash every connection of a pool may be dead, and no pool of ours is larger. */
const DEAD_CONNECTIONS_MAX = 20;
/** The server ended it, or its socket is gone. A server that is away is not meant: asking again is the caller's. */
const FROM_A_DEAD_CONNECTION = /^(57P0[12]|CONNECTION_CLOSED|ECONNRESET|EPIPE)$/;

type Runner = Pick<postgres.Sql, "unsafe">;

/**
 * Lets the server keep a statement's plan under a name: drizzle asks for that nowhere inside a transaction.
 * A transaction whose connection was lost writes nothing more, neither a statement nor its rollback: on the renewed
 * connection they would run in somebody else's (porsager/postgres pull request 1155).
 */
export function keepStatements(client: postgres.Sql): postgres.Sql {
  const begin = client.begin.bind(client);
  const plain = keeping(client, () => false);
  return Object.assign(client, {
    unsafe: plain,
    begin: <T>(work: (sql: postgres.TransactionSql) => Promise<T>) => {
      let ended = false;
      const opening = takeOpening();
      const beginOpened = (inside: Work<T>) => {
        // The driver says its `begin` by this name, at once; nobody else comes in between.
        if (opening)
          Object.assign(client, {
            unsafe: (text: string, _: unknown, options?: postgres.UnsafeQueryOptions) =>
              beginWith(plain, opening, text, options),
          });
        try {
          return begin(inside);
        } finally {
          client.unsafe = plain;
        }
      };
      const outcome = onLiveConnection(beginOpened, async (sql) => {
        try {
          return await work(Object.assign(sql, { unsafe: keeping(sql, () => ended) }));
        } catch (error) {
          // A turn later it is known whether this failed because the connection is gone.
          await new Promise(setImmediate);
          throw error;
        } finally {
          // Whoever waits has had the answer; the driver, which waits here to commit or roll back, gets none.
          if (ended) await new Promise<never>(() => {});
        }
      });
      return outcome.finally(() => {
        ended = true;
      });
    },
  });
}

type Work<T> = (sql: postgres.TransactionSql) => Promise<T>;

/**
 * Begins again on another connection while the one handed out proves dead before `work` has asked for anything.
 * postgres.js 3.4.9 hands out a connection whose end it has not yet seen, and tells the first user of a renewed one
 * the error that ended it before.
 */
async function onLiveConnection<T, Outcome>(
  begin: (work: Work<T>) => Promise<Outcome>,
  work: Work<T>,
): Promise<Outcome> {
  for (let tries = 1; ; tries += 1) {
    let begun = false;
    try {
      return await begin((sql) => {
        begun = true;
        return work(sql);
      });
    } catch (error) {
      if (begun || tries === DEAD_CONNECTIONS_MAX || !FROM_A_DEAD_CONNECTION.test(sqlState(error) ?? ""))
        throw error;
    }
  }
}

function keeping(runner: Runner, hasEnded: () => boolean): Runner["unsafe"] {
  const unsafe = runner.unsafe.bind(runner);
  return (text, parameters, options) => {
    if (hasEnded()) throw new Error("A statement came after the end of its transaction");
    const count = parameters?.length ?? 0;
    if (count === 0 || count > KEPT_PARAMETERS_MAX) return unsafe(text, parameters, options);
    return unsafe(text, parameters, { ...options, prepare: true });
  };
}
