import type { CastMember } from "@/lib/contracts/demo";
import { ROLES, type Role } from "@/lib/domain/roles";

const WORK: Record<Role, string> = {
  interviewer: "scores interviews, blind until submitted",
  recruiter: "compares candidates and brings files in",
  lead: "sees how the panel agrees",
  admin: "invites people and reads the audit",
};

/** The cast by what they do here: people with one role first, in the order of the roles. */
export function byWork(cast: readonly CastMember[]): { roles: readonly Role[]; members: CastMember[] }[] {
  const groups = new Map<string, CastMember[]>();
  for (const member of cast) {
    const key = [...member.roles].sort(byRole).join();
    groups.set(key, [...(groups.get(key) ?? []), member]);
  }
  return [...groups.values()]
    .map((members) => ({ roles: members[0]?.roles ?? [], members }))
    .sort((a, b) => a.roles.length - b.roles.length || place(a.roles) - place(b.roles));
}

function byRole(a: Role, b: Role): number {
  return ROLES.indexOf(a) - ROLES.indexOf(b);
}

function place(roles: readonly Role[]): number {
  return Math.max(...roles.map((role) => ROLES.indexOf(role)));
}

/** One line about what somebody with these roles does here. */
export function workInWords(roles: readonly Role[]): string {
  const line = ROLES.filter((role) => roles.includes(role))
    .map((role) => WORK[role])
    .join("; ");
  return line.charAt(0).toUpperCase() + line.slice(1);
}
