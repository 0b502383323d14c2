import type { Context } from "@/db/context";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { replaceGroupContract } from "@/lib/contracts/provisioning";
import { asDirectory } from "./directory";
import { changeGroup, groupIn, groupOut, requireGroup } from "./groups";
import type { SeenFrom } from "./seen-from";

/** Sets a group's name and, where it is said, all who are in it. */
export async function replaceGroup(
  ctx: Context,
  { groupId, ...resource }: InputOf<typeof replaceGroupContract>,
  seenFrom: SeenFrom,
): Promise<OutputOf<typeof replaceGroupContract>> {
  return asDirectory(ctx, async () => {
    await changeGroup(ctx, await requireGroup(ctx, groupId), await groupIn(resource));
    const { group, memberIds } = await requireGroup(ctx, groupId);
    return { ...groupOut(group, memberIds, seenFrom) };
  });
}
