import type { Context } from "@/db/context";
import { audit } from "@/db/writes/audit";
import { deleteDirectoryUser, takeOutOfGroup } from "@/db/writes/directory";
import { endSessionsOfMember } from "@/db/writes/sessions";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { deleteUserContract } from "@/lib/contracts/provisioning";
import { asDirectory, by, requireAnAdministrator } from "./directory";
import { requireUser } from "./users";

/** Ends a membership and every session in it. What they scored stays theirs. */
export async function deleteUser(
  ctx: Context,
  { userId }: InputOf<typeof deleteUserContract>,
): Promise<OutputOf<typeof deleteUserContract>> {
  return asDirectory(ctx, async () => {
    await requireUser(ctx, userId);
    const ended = await endSessionsOfMember(ctx, userId);
    await deleteDirectoryUser(ctx, userId);
    await takeOutOfGroup(ctx, null, [userId]);
    await audit(ctx, {
      action: "member.change",
      subjectKind: "member",
      subjectId: userId,
      detail: { active: false, deleted: true, ended, ...by(ctx) },
    });
    await requireAnAdministrator(ctx);
    return {};
  });
}
