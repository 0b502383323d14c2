import type { Context } from "@/db/context";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { getGroupContract } from "@/lib/contracts/provisioning";
import { wanted } from "./asked";
import { requireDirectory } from "./directory";
import { groupOut, requireGroup } from "./groups";
import type { SeenFrom } from "./seen-from";

/** One group and who is in it. */
export async function getGroup(
  ctx: Context,
  input: InputOf<typeof getGroupContract>,
  seenFrom: SeenFrom,
): Promise<OutputOf<typeof getGroupContract>> {
  requireDirectory(ctx);
  const { group, memberIds } = await requireGroup(ctx, input.groupId);
  return { ...groupOut(group, memberIds, seenFrom, await wanted(input)) };
}
