/** The closed list of things that can go wrong at the door, with the HTTP status each one is answered by. */
export const PROBLEM_STATUS = {
  INVALID: 422,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  TOO_LARGE: 413,
  UNSUPPORTED: 415,
  TOO_MANY: 429,
  UNAVAILABLE: 503,
  INTERNAL: 500,
} as const;
export type ProblemCode = keyof typeof PROBLEM_STATUS;

/** The one error class: a code, a sentence for a person, and details a form can use. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly details: Record<string, unknown>;
  /** The refusal is a deed itself: what was written before it (its audit row) stays. */
  recorded = false;

  constructor(code: ProblemCode, message: string, details: Record<string, unknown> = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "Problem";
    this.code = code;
    this.details = details;
  }
  asRecorded(): this {
    this.recorded = true;
    return this;
  }
}
