import type { Context } from "@/db/context";
import { audit } from "@/db/writes/audit";
import { addToGroup, createDirectoryGroup } from "@/db/writes/directory";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { createGroupContract } from "@/lib/contracts/provisioning";
import { asDirectory, by, followGroups } from "./directory";
import { groupIn, groupOut, refuseTakenName, requireGroup, requireUsers } from "./groups";
import type { SeenFrom } from "./seen-from";

/** Adds a group. It means nothing, and its members have the least role, until an administrator here says otherwise. */
export async function createGroup(
  ctx: Context,
  resource: InputOf<typeof createGroupContract>,
  seenFrom: SeenFrom,
): Promise<OutputOf<typeof createGroupContract>> {
  const form = await groupIn(resource);
  return asDirectory(ctx, async () => {
    await refuseTakenName(ctx, form, null);
    const come = form.memberIds ?? [];
    await requireUsers(ctx, come);
    const { displayName, externalId } = form;
    const id = await createDirectoryGroup(ctx, { displayName, externalId });
    await addToGroup(ctx, id, come);
    await audit(ctx, {
      action: "group.create",
      subjectKind: "group",
      subjectId: id,
      detail: { come: come.length, ...by(ctx) },
    });
    await followGroups(ctx, come);
    const { group, memberIds } = await requireGroup(ctx, id);
    return { ...groupOut(group, memberIds, seenFrom) };
  });
}
