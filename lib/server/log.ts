import pino from "pino";
import { sqlState } from "@/db/driver/sql-state";
import { env } from "./env";

declare global {
  // One logger a process, also when the bundler loads this module more than once.
  var plumblineLog: pino.Logger | undefined;
}

/** Structured, to standard output. Ids, codes and durations only: no name, no note, no e-mail address. */
export function log(): pino.Logger {
  globalThis.plumblineLog ??= pino({
    name: "plumbline",
    level: env().LOG_LEVEL,
    base: null,
    serializers: { err: errorFacts },
  });
  return globalThis.plumblineLog;
}

/** An error's kind, code and place. Never its message: a database quotes there what somebody wrote. */
export function errorFacts(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const at = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const constraint = "constraint_name" in error ? error.constraint_name : undefined;
  // next-auth names its errors here, and wraps what it caught once more.
  const kind = "type" in error && typeof error.type === "string" ? error.type : error.name;
  const cause = innermost(error.cause);
  return {
    type: kind,
    code: sqlState(error) ?? undefined,
    constraint,
    at: at.map((line) => line.trim()),
    ...(cause === undefined ? {} : { cause: errorFacts(cause) }),
  };
}

function innermost(cause: unknown): unknown {
  return cause !== null && typeof cause === "object" && "err" in cause ? cause.err : cause;
}
