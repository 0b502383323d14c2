import type postgres from "postgres";

export type Rows = readonly Record<string, unknown>[];
type Runner = Pick<postgres.Sql, "unsafe">;

/** Statements that travel with the `begin` of a transaction: the answers to them cost no way of their own. */
interface Opening {
  statements: readonly string[];
  /** Of each statement. */
  rows: readonly Rows[];
  /** A connection was found, and all of this is on its way. */
  onSent: () => void;
  /** Why the server refused it, on a connection that lives. */
  refusal: unknown;
}

declare global {
  // The opening of the transaction that is being begun in this very turn. One a process, like the pool: a bundler that
  // loads this module twice must not lose it between the two.
  var plumblineOpening: Opening | null | undefined;
}

/**
 * Begins a transaction with statements sent together with `begin`, which run behind it in their order.
 * @param statements without parameters, because the simple protocol has none: only what cannot carry a quote goes in
 * @param begin calls the driver's `begin` before it waits for anything; `rowsOf` answers the rows of each statement
 */
export function openingWith<T>(
  statements: readonly string[],
  onSent: () => void,
  begin: (rowsOf: () => readonly Rows[]) => Promise<T>,
): Promise<T> {
  const opening: Opening = { statements, rows: [], onSent, refusal: null };
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
  const query = runner(
    [begin, ...opening.statements].join("; "),
    [],
    sayingWhenSent(options, opening.onSent),
  );
  const answered = query.then(
    (results: unknown) => {
      const [, ...answers] = Array.isArray(results) ? results : [];
      opening.rows = answers.map((rows) => (Array.isArray(rows) ? rows : []));
    },
    (error: unknown) => {
      if (!isRefusal(error)) throw error;
      opening.refusal = error;
    },
  );
  return Object.assign(answered, { execute: () => answered });
}

/** The driver's own option names the connection that a statement goes out on, at that moment. */
function sayingWhenSent(options: postgres.UnsafeQueryOptions | undefined, onSent: () => void) {
  const { onexecute } = Object(options);
  return {
    ...options,
    onexecute: (connection: unknown) => {
      onSent();
      return onexecute?.(connection);
    },
  };
}

/** The server answered with an error and goes on listening: not a crash, a shutdown or a lost socket. */
function isRefusal(error: unknown): boolean {
  return (
    error instanceof Error && error.name === "PostgresError" && !/^57P0/.test(String(Object(error).code))
  );
}
