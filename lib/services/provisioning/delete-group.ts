import type { Context } from "@/db/context";
import { audit } from "@/db/writes/audit";
import { deleteDirectoryGroup } from "@/db/writes/directory";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { deleteGroupContract } from "@/lib/contracts/provisioning";
import { asDirectory, by, followGroups } from "./directory";
import { requireGroup } from "./groups";

/** Ends a group. Whoever was in it is what their other groups mean. */
export async function deleteGroup(
  ctx: Context,
  { groupId }: InputOf<typeof deleteGroupContract>,
): Promise<OutputOf<typeof deleteGroupContract>> {
  return asDirectory(ctx, async () => {
    const { memberIds } = await requireGroup(ctx, groupId);
    await deleteDirectoryGroup(ctx, groupId);
    await audit(ctx, {
      action: "group.delete",
      subjectKind: "group",
      subjectId: groupId,
      detail: { gone: memberIds.length, ...by(ctx) },
    });
    await followGroups(ctx, memberIds);
    return {};
  });
}
