/** What a member may hold; one person may hold several. Blindness follows the seat, never the role. */
export const ROLES = ["interviewer", "recruiter", "lead", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** Recruiters and leads compare candidates; an interviewer sees only interviews with a seat of their own. */
export function mayCompare(roles: readonly Role[]): boolean {
  return roles.includes("recruiter") || roles.includes("lead");
}

/** Panel sheets speak about interviewers: they are for leads. */
export function maySeePanels(roles: readonly Role[]): boolean {
  return roles.includes("lead");
}

export function mayImport(roles: readonly Role[]): boolean {
  return roles.includes("recruiter") || roles.includes("lead") || roles.includes("admin");
}

export function mayAdminister(roles: readonly Role[]): boolean {
  return roles.includes("admin");
}

/** A lead opens a debrief early, reveals it to all and records what was decided. */
export function mayLeadDebrief(roles: readonly Role[]): boolean {
  return roles.includes("lead");
}
