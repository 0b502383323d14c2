import { Problem } from "@/lib/domain/errors";
import type { Database } from "./client";
import type { Context, Transaction } from "./context";
import { openingWith, type Rows } from "./driver/opening";
import { begunWithin, POOL_WAIT_MS } from "./driver/pool-wait";
import { sqlState } from "./driver/sql-state";

/** Two writers met: PostgreSQL undid one of them, and doing it again is right. */
const TRY_AGAIN = new Set(["40001", "40P01"]);
const TRIES = 4;

/** A transaction that has begun, for whoever says who acts in it. */
export type Opened = Pick<Context, "tx" | "endings">;

/** The driver's transaction, over once its last statements have answered. */
export async function ended<T>(
  transaction: (work: (tx: Transaction) => Promise<T>) => Promise<T>,
  work: (opened: Opened) => Promise<T>,
): Promise<T> {
  const endings: Promise<unknown>[] = [];
  const result = await transaction((tx) => work({ tx, endings }));
  // One that failed made a rollback of the commit behind it, and says why.
  await Promise.all(endings);
  return result;
}

/** Without an endless wait for a connection. */
export function begun<T>(database: Database, work: (opened: Opened) => Promise<T>): Promise<T> {
  return begunWithin(POOL_WAIT_MS, (started) => ended(startedBy(database, started), work));
}

/** A transaction that has the rows of its first statements when `work` begins. */
export function transactionOpenedBy<T>(
  database: Database,
  statements: readonly string[],
  work: (opened: Opened, rows: readonly Rows[]) => Promise<T>,
): Promise<T> {
  return begunWithin(POOL_WAIT_MS, (started, onConnection) =>
    openingWith(statements, onConnection, (rowsOf) =>
      ended(startedBy(database, started), (opened) => work(opened, rowsOf())),
    ),
  );
}

function startedBy(database: Database, started: () => void) {
  return <T>(inside: (tx: Transaction) => Promise<T>): Promise<T> =>
    database.transaction((tx) => {
      started();
      return inside(tx);
    });
}

/** What a transaction ends with: its answer, or a refusal that is written down and therefore committed. */
export type Settled<T> = { answer: T } | { refusal: Problem };

/** A refusal that is to be written down ends the work, and not the transaction. */
export async function settle<T>(
  work: (context: Context) => Promise<T>,
  context: Context,
): Promise<Settled<T>> {
  try {
    return { answer: await work(context) };
  } catch (error) {
    if (error instanceof Problem && error.recorded) return { refusal: error };
    throw error;
  }
}

/** Refuses once the transaction is over, where the refusal is recorded in it. */
export async function settled<T>(attempt: () => Promise<Settled<T>>): Promise<T> {
  const done = await retried(attempt);
  if ("refusal" in done) throw done.refusal;
  return done.answer;
}

/** Again, where two writers met: nothing of the attempt before is left. */
export async function retried<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (tries === TRIES || !TRY_AGAIN.has(sqlState(error) ?? "")) throw error;
    }
  }
}
