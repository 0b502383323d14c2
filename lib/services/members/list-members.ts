import type { Context } from "@/db/context";
import { listMembers as list, type MemberRecord } from "@/db/queries/members";
import type { OutputOf } from "@/lib/contracts/contract";
import type { listMembersContract, MemberRow } from "@/lib/contracts/members";
import { requireAdmin } from "../shared/require-role";

/** Everybody in the organisation. */
export async function listMembers(ctx: Context): Promise<OutputOf<typeof listMembersContract>> {
  requireAdmin(ctx);
  const members = await list(ctx);
  return {
    members: members.map((member) => ({
      id: member.id,
      name: member.name,
      email: member.email,
      roles: member.roles,
      state: stateOf(member, ctx.now),
      lastSeenAt: member.lastSeenAt?.toISOString() ?? null,
    })),
  };
}

function stateOf(member: MemberRecord, now: Date): MemberRow["state"] {
  if (member.deactivatedAt) return "deactivated";
  if (member.userId) return "active";
  if (member.ofDirectory) return "provisioned";
  if (!member.email) return "file";
  return member.invitedUntil === null || member.invitedUntil > now ? "invited" : "lapsed";
}
