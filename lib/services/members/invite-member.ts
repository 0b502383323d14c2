import type { Context } from "@/db/context";
import { isUniqueViolation } from "@/db/driver/sql-state";
import { audit } from "@/db/writes/audit";
import { createMember } from "@/db/writes/members";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { inviteMemberContract } from "@/lib/contracts/members";
import { Problem } from "@/lib/domain/errors";
import { requireAdmin } from "../shared/require-role";

/** Invites somebody by e-mail; the membership is theirs at their first sign-in with that verified address. */
export async function inviteMember(
  ctx: Context,
  input: InputOf<typeof inviteMemberContract>,
): Promise<OutputOf<typeof inviteMemberContract>> {
  requireAdmin(ctx);
  try {
    const memberId = await createMember(ctx, input, true);
    await audit(ctx, {
      action: "member.invite",
      subjectKind: "member",
      subjectId: memberId,
      detail: { roles: input.roles },
    });
    return { memberId };
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new Problem("CONFLICT", `${input.email} is a member already`, { field: "email" }, error);
  }
}
