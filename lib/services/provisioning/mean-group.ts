import type { Context } from "@/db/context";
import { listGroupMembers } from "@/db/queries/directory";
import { audit } from "@/db/writes/audit";
import { changeDirectoryGroup, lockDirectory } from "@/db/writes/directory";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { meanGroupContract } from "@/lib/contracts/directory";
import { Problem } from "@/lib/domain/errors";
import { requireAdmin, requirePerson } from "../shared/require-role";
import { followGroups, requireAnAdministrator } from "./directory";

/** Says which role a group means: only a person here, never the directory itself, gives a role to a name. */
export async function meanGroup(
  ctx: Context,
  { groupId, role }: InputOf<typeof meanGroupContract>,
): Promise<OutputOf<typeof meanGroupContract>> {
  requirePerson(ctx);
  requireAdmin(ctx);
  await lockDirectory(ctx);
  if (!(await changeDirectoryGroup(ctx, groupId, { role })))
    throw new Problem("NOT_FOUND", "There is no such group");
  await audit(ctx, { action: "group.mean", subjectKind: "group", subjectId: groupId, detail: { role } });
  const members = await listGroupMembers(ctx, [groupId]);
  await followGroups(
    ctx,
    members.map(({ memberId }) => memberId),
  );
  await requireAnAdministrator(ctx);
  return { groupId };
}
