import type postgres from "postgres";

type Rows = readonly Record<string, unknown>[];
type Runner = Pick<postgres.Sql, "unsafe">;

/** A statement that travels with the `begin` of a transaction: the answer to it costs no way of its own. */
interface Opening {
  statement: string;
  rows: Rows;
  /** Why the server refused it, on a connection that lives. */
  refusal: unknown;
}

declare global {
  // The opening of the transaction that is being begun in this very turn. One a process, like the pool: a bundler that
  // loads this module twice must not lose it between the two.
  var plumblineOpening: Opening | null | undefined;
}

/**
 * Begins a transaction with a statement sent together with `begin`.
 * @param statement without parameters, because the simple protocol has none: only what cannot carry a quote goes in
 * @param begin calls the driver's `begin` before it waits for anything
 */
export function openingWith<T>(statement: string, begin: (rowsOf: () => Rows) => Promise<T>): Promise<T> {
  const opening: Opening = { statement, rows: [], refusal: null };
  globalThis.plumblineOpening = opening;
  try {
    return begin(() => {
      if (opening.refusal !== null) throw opening.refusal;
      return opening.rows;
    });
  } finally {
    globalThis.plumblineOpening = null;
  }
}

/** The opening meant for the transaction that begins now, or null. */
export function takeOpening(): Opening | null {
  const taken = globalThis.plumblineOpening ?? null;
  globalThis.plumblineOpening = null;
  return taken;
}

/**
 * The driver's own `begin`, with the opening behind it. A refusal is kept for the work to throw, inside the transaction:
 * the driver rolls nothing back, and gives no connection back, when its `begin` fails. A lost connection fails it as ever.
 */
export function beginWith(
  runner: Runner["unsafe"],
  opening: Opening,
  begin: string,
  options: postgres.UnsafeQueryOptions | undefined,
) {
  const query = runner(`${begin}; ${opening.statement}`, [], options);
  const answered = query.then(
    (results: unknown) => {
      opening.rows = Array.isArray(results) && Array.isArray(results[1]) ? results[1] : [];
    },
    (error: unknown) => {
      if (!isRefusal(error)) throw error;
      opening.refusal = error;
    },
  );
  return Object.assign(answered, { execute: () => answered });
}

/** The server answered with an error and goes on listening: not a crash, a shutdown or a lost socket. */
function isRefusal(error: unknown): boolean {
  return (
    error instanceof Error && error.name === "PostgresError" && !/^57P0/.test(String(Object(error).code))
  );
}
