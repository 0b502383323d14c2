import type { Context } from "@/db/context";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { patchGroupContract } from "@/lib/contracts/provisioning";
import { asDirectory } from "./directory";
import { changeGroup, groupFormOf, groupOut, requireGroup } from "./groups";
import { patched } from "./operations";
import type { SeenFrom } from "./seen-from";

/** Lets members into a group or out of it, or renames it. */
export async function patchGroup(
  ctx: Context,
  { groupId, ...message }: InputOf<typeof patchGroupContract>,
  seenFrom: SeenFrom,
): Promise<OutputOf<typeof patchGroupContract>> {
  return asDirectory(ctx, async () => {
    const before = await requireGroup(ctx, groupId);
    const after = groupFormOf(await patched(groupOut(before.group, before.memberIds, seenFrom), message));
    // The library leaves a list out when nobody is left in it.
    await changeGroup(ctx, before, { ...after, memberIds: after.memberIds ?? [] });
    const { group, memberIds } = await requireGroup(ctx, groupId);
    return { ...groupOut(group, memberIds, seenFrom) };
  });
}
