import type { Context } from "@/db/context";
import { listGroupsOf } from "@/db/queries/directory";
import { listMembers } from "@/db/queries/members";
import { audit } from "@/db/writes/audit";
import { changeMembership } from "@/db/writes/members";
import { ROLES, type Role } from "@/lib/domain/roles";

/**
 * Gives the member who signs in exactly the roles that the provider's claim stands for, but never takes the last
 * administrator's. Whoever is in a group of the directory's is what those groups mean: it said so already.
 */
export async function takeClaimedRoles(ctx: Context, claimed: readonly Role[]): Promise<void> {
  const { id, roles: held } = ctx.member;
  if ((await listGroupsOf(ctx, [id])).length > 0) return;
  const members = await listMembers(ctx);
  const others = members.filter(
    (m) => m.id !== id && m.userId && !m.deactivatedAt && m.roles.includes("admin"),
  );
  const keepsAdmin = held.includes("admin") && others.length === 0;
  const roles = ROLES.filter((role) => claimed.includes(role) || (role === "admin" && keepsAdmin));
  if (roles.length === held.length && roles.every((role) => held.includes(role))) return;
  await changeMembership(ctx, { id, roles, active: true });
  await audit(ctx, {
    action: "member.change",
    subjectKind: "member",
    subjectId: id,
    detail: { roles, by: "claim" },
  });
}
