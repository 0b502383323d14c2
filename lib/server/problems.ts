import { brokenConstraint, sqlState } from "@/db/driver/sql-state";
import { PROBLEM_STATUS, Problem, type ProblemCode } from "@/lib/domain/errors";
import { log } from "./log";

/** Seconds a client waits before it tries again, at the least. */
const RETRY_AFTER_S = 2;

/** A place that somebody else has to give up first. */
const CROWDED_RETRY_AFTER_S = 30;

/** What is refused for who asks or where from, rather than for how it is written: worth a line in the log. */
const SECURITY: readonly ProblemCode[] = [
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "NOT_FOUND",
  "TOO_MANY",
  "UNSUPPORTED",
];

/** PostgreSQL or its network is away, full, too slow just now or being replaced: trying again later is right. */
const AWAY =
  /^(08|53|57P0[123]|57014|55P03|40001|40P01|25006|ECONN|ENOTFOUND|ETIMEDOUT|EPIPE|CONNECT|CONNECTION|POOL_FULL)/;

/** Any error as one of the closed list; the cause is kept for the log. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (AWAY.test(sqlState(error) ?? "")) {
    return new Problem(
      "UNAVAILABLE",
      "The database does not answer. Nothing is lost; try again shortly",
      {},
      error,
    );
  }
  // Written a moment too late: only the records see both at once.
  if (brokenConstraint(error) === "candidates_erased") {
    return new Problem(
      "CONFLICT",
      "This candidate was erased: nothing more is written about them",
      {},
      error,
    );
  }
  if (brokenConstraint(error) === "scorecards_before_reading") {
    return new Problem(
      "CONFLICT",
      "Somebody here has read this interview's scorecards already and cannot score it any more",
      {},
      error,
    );
  }
  return new Problem("INTERNAL", "Something went wrong on our side. Nothing was changed", {}, error);
}

/** Who was refused what, in ids. */
export interface RefusedTo {
  call?: string;
  organizationId?: string;
  memberId?: string;
}

/** The one shape of every refusal. */
export function problemResponse(error: unknown, requestId: string, about: RefusedTo = {}): Response {
  const problem = noted(error, requestId, about);
  const { code, message, details } = problem;
  return Response.json(
    { problem: { code, message, details, requestId } },
    { status: PROBLEM_STATUS[code], headers: refusalHeaders(problem, requestId) },
  );
}

export function refusalHeaders(problem: Problem, requestId: string): Record<string, string> {
  return { ...PRIVATE, ...timeOfAnswer(), "x-request-id": requestId, ...retryAfter(problem) };
}

/** Any error as one of the closed list, written down where it is worth a line. */
export function noted(error: unknown, requestId: string, about: RefusedTo): Problem {
  const problem = asProblem(error);
  const status = PROBLEM_STATUS[problem.code];
  if (status >= 500) log().error({ requestId, code: problem.code, err: problem.cause }, "request failed");
  // A verb names a rule of its own where the code alone would not tell an attempt from a slip.
  const { rule } = problem.details;
  if (SECURITY.includes(problem.code) || typeof rule === "string")
    log().warn({ security: "refused", rule: rule ?? problem.code, requestId, ...about }, "refused");
  return problem;
}

function retryAfter({ code, details }: Problem): Record<string, string> {
  if (code === "TOO_MANY")
    return { "retry-after": String(details.retryAfterSeconds ?? CROWDED_RETRY_AFTER_S) };
  return code === "UNAVAILABLE" ? { "retry-after": String(RETRY_AFTER_S) } : {};
}

/** The server's clock, which rules in an interview scored on devices with clocks of their own. */
export function timeOfAnswer(): Record<string, string> {
  return { "x-plumbline-time": String(Date.now()) };
}

/** Signed-in answers are kept by nobody on the way. */
export const PRIVATE = { "cache-control": "private, no-store" } as const;
