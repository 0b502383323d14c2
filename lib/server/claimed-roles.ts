import type { Role } from "@/lib/domain/roles";
import { env, type RoleMeaning } from "./env";

/** What somebody is whose groups mean nothing here. */
const LEAST: readonly Role[] = ["interviewer"];

/** The groups that the provider says somebody is in. */
export type ClaimedGroups = readonly string[];

/** What the provider's claim says; null when no claim is to decide. */
export function claimedGroups(profile: Record<string, unknown> | undefined): ClaimedGroups | null {
  const { AUTH_OIDC_ROLE_CLAIM } = env();
  if (!AUTH_OIDC_ROLE_CLAIM || !profile) return null;
  return [profile[AUTH_OIDC_ROLE_CLAIM]].flat().filter((group) => typeof group === "string");
}

/** The roles that the groups stand for in one organisation; null where they decide nothing. */
export function rolesIn(organizationId: string, groups: ClaimedGroups): readonly Role[] | null {
  return rolesOf(groups, env().AUTH_OIDC_ROLES, organizationId);
}

/**
 * A meaning may belong to one organisation: then the claim decides there alone, and nothing in the others, whose
 * members come through the same provider. An unknown group gives nothing.
 */
export function rolesOf(
  groups: ClaimedGroups,
  meanings: readonly RoleMeaning[],
  organizationId: string,
): readonly Role[] | null {
  const here = meanings.filter(
    ({ organization }) => organization === null || organization === organizationId,
  );
  if (here.length === 0) return null;
  const roles = new Set(here.flatMap(({ group, role }) => (groups.includes(group) ? [role] : [])));
  return roles.size > 0 ? [...roles] : LEAST;
}
