import type { Context } from "./context";
import { sqlState } from "./driver/sql-state";

/** "The current transaction is aborted." */
const AFTERMATH = "25P02";

/**
 * Sends independent statements of one transaction without waiting in between. All have ended when this ends, also when
 * one of them failed: none may reach the connection after the rollback.
 */
export async function together(...statements: readonly Promise<unknown>[]): Promise<void> {
  const outcomes = await Promise.allSettled(statements);
  const failures = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
  // The first to fail makes all that follow it fail; only that one says why.
  if (failures.length > 0) throw failures.find((failure) => sqlState(failure) !== AFTERMATH) ?? failures[0];
}

/**
 * Leaves the last statements of a transaction to its end: the commit travels right behind them, and a save costs one way
 * to the database less. Should one fail, the server makes a rollback of that commit, and the transaction ends with what
 * `answers` rejects with.
 * @param answers of statements that were begun just now and that nothing later in the transaction depends on
 */
export async function lastly(ctx: Pick<Context, "endings">, answers: Promise<unknown>): Promise<void> {
  answers.catch(() => {});
  ctx.endings.push(answers);
  // A tick comes when everything that need not wait has run: the driver holds the statements, and commit comes after.
  await new Promise<void>((next) => process.nextTick(next));
}
