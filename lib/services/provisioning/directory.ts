import type { Context } from "@/db/context";
import { isUniqueViolation } from "@/db/driver/sql-state";
import { listGroupsOf } from "@/db/queries/directory";
import { listMembers } from "@/db/queries/members";
import { audit } from "@/db/writes/audit";
import { lockDirectory, setRoles } from "@/db/writes/directory";
import { Problem } from "@/lib/domain/errors";
import { mayAdminister, ROLES, type Role } from "@/lib/domain/roles";
import { taken } from "./protocol";

/** What somebody is whom no group here gives more. */
export const LEAST_ROLES: readonly Role[] = ["interviewer"];

/** A directory comes with a token of its own kind, whose maker is an administrator to this day. */
export function requireDirectory(ctx: Context): void {
  if (ctx.token?.scope !== "provisioning")
    throw new Problem("FORBIDDEN", "This is for a directory with a provisioning token");
  if (!mayAdminister(ctx.member.roles))
    throw new Problem("FORBIDDEN", "Whoever made this token is no administrator any more: make a new one");
}

/** Every change a directory makes: one after the other, and said in SCIM's words where there is such a one already. */
export async function asDirectory<T>(ctx: Context, work: () => Promise<T>): Promise<T> {
  requireDirectory(ctx);
  await lockDirectory(ctx);
  try {
    return await work();
  } catch (error) {
    if (isUniqueViolation(error)) throw taken("There is such a one here already", error);
    throw error;
  }
}

/** By whom, for the audit: a directory's deeds stand under the member whose token it uses. */
export function by(ctx: Context): Record<string, unknown> {
  return ctx.token ? { by: "directory", tokenId: ctx.token.id } : {};
}

/** Take it after the deed's audit row, which puts an organisation's deeds in order (change-member). */
export async function requireAnAdministrator(ctx: Context): Promise<void> {
  const left = (await listMembers(ctx)).some(isAdministrator);
  if (!left)
    throw new Problem("CONFLICT", "Somebody must stay administrator: give the role to another member first");
}

interface Administers {
  userId: string | null;
  deactivatedAt: Date | null;
  roles: readonly Role[];
}
const isAdministrator = ({ userId, deactivatedAt, roles }: Administers) =>
  userId !== null && deactivatedAt === null && roles.includes("admin");

/**
 * Gives members exactly the roles that their groups mean; one whose groups mean nothing has the least. The last
 * administrator stays one, and so does whoever acts: a directory does not saw off the branch it sits on.
 */
export async function followGroups(ctx: Context, memberIds: readonly string[]): Promise<void> {
  if (memberIds.length === 0) return;
  const affected = new Set(memberIds);
  const members = await listMembers(ctx);
  const groups = await listGroupsOf(ctx, memberIds);
  const meant = new Map<string, Role[]>();
  for (const { memberId, role } of groups)
    if (role) meant.set(memberId, [...(meant.get(memberId) ?? []), role]);
  let administrators = members.filter(isAdministrator).length;
  for (const member of members.filter(({ id }) => affected.has(id))) {
    const given = meant.get(member.id) ?? LEAST_ROLES;
    const keepsAdmin =
      member.roles.includes("admin") &&
      (member.id === ctx.member.id || (isAdministrator(member) && administrators === 1));
    const roles = ROLES.filter((role) => given.includes(role) || (role === "admin" && keepsAdmin));
    if (roles.length === member.roles.length && roles.every((role) => member.roles.includes(role))) continue;
    if (isAdministrator(member) && !roles.includes("admin")) administrators -= 1;
    await setRoles(ctx, member.id, roles);
    await audit(ctx, {
      action: "member.change",
      subjectKind: "member",
      subjectId: member.id,
      detail: { roles, ...by(ctx) },
    });
  }
}
