import type { Context } from "@/db/context";
import { listMembers } from "@/db/queries/members";
import { audit } from "@/db/writes/audit";
import { changeMembership } from "@/db/writes/members";
import { endSessionsOfMember } from "@/db/writes/sessions";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { changeMemberContract } from "@/lib/contracts/members";
import { Problem } from "@/lib/domain/errors";
import { requireAdmin } from "../shared/require-role";

/** Changes roles, or deactivates or reactivates. It holds from the member's next request on. */
export async function changeMember(
  ctx: Context,
  { memberId, roles, active }: InputOf<typeof changeMemberContract>,
): Promise<OutputOf<typeof changeMemberContract>> {
  requireAdmin(ctx);
  if (!(await changeMembership(ctx, { id: memberId, roles, active }))) {
    throw new Problem("NOT_FOUND", "There is no such member");
  }
  const ended = active ? 0 : await endSessionsOfMember(ctx, memberId);
  // The audit chain puts an organisation's deeds in order: of two administrators who take each other's role away at
  // the same moment, the second looks when the first is done.
  await audit(ctx, {
    action: "member.change",
    subjectKind: "member",
    subjectId: memberId,
    detail: { roles, active, ended },
  });
  const admins = (await listMembers(ctx)).filter(
    (m) => m.userId && !m.deactivatedAt && m.roles.includes("admin"),
  );
  if (admins.length === 0) {
    throw new Problem("CONFLICT", "Somebody must stay administrator: give the role to another member first");
  }
  return { memberId };
}
