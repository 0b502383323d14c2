import type { Context } from "@/db/context";
import { audit } from "@/db/writes/audit";
import { renewInvitation as renew } from "@/db/writes/members";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { renewInvitationContract } from "@/lib/contracts/members";
import { Problem } from "@/lib/domain/errors";
import { requireAdmin } from "../shared/require-role";

/** Lets an invitation run anew, whether it has run out or not. */
export async function renewInvitation(
  ctx: Context,
  { memberId }: InputOf<typeof renewInvitationContract>,
): Promise<OutputOf<typeof renewInvitationContract>> {
  requireAdmin(ctx);
  if (!(await renew(ctx, memberId))) throw new Problem("NOT_FOUND", "There is no such open invitation");
  await audit(ctx, {
    action: "member.invite",
    subjectKind: "member",
    subjectId: memberId,
    detail: { again: true },
  });
  return { memberId };
}
