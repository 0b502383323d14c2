/** True when a key of the database said: there is one already. */
export function isUniqueViolation(error: unknown): boolean {
  return sqlState(error) === "23505";
}

/** The SQLSTATE behind an error, wherever the query builder has wrapped it. */
export function sqlState(error: unknown): string | null {
  for (let e = error; e instanceof Error; e = e.cause) {
    if ("code" in e && typeof e.code === "string") return e.code;
  }
  return null;
}

/** The named constraint that an error says was broken, wherever the query builder has wrapped it. */
export function brokenConstraint(error: unknown): string | null {
  for (let e = error; e instanceof Error; e = e.cause) {
    if ("constraint_name" in e && typeof e.constraint_name === "string") return e.constraint_name;
  }
  return null;
}
