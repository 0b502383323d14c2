import type { Context } from "@/db/context";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { replaceUserContract } from "@/lib/contracts/provisioning";
import { asDirectory } from "./directory";
import type { SeenFrom } from "./seen-from";
import { userIn } from "./user-form";
import { changeUser, requireUser, shown } from "./users";

/** Puts what the directory says of a user now in the place of what it said. */
export async function replaceUser(
  ctx: Context,
  { userId, ...resource }: InputOf<typeof replaceUserContract>,
  seenFrom: SeenFrom,
): Promise<OutputOf<typeof replaceUserContract>> {
  return asDirectory(ctx, async () => {
    const before = await requireUser(ctx, userId);
    await changeUser(ctx, before, await userIn(resource), seenFrom);
    return { ...(await shown(ctx, userId, seenFrom)) };
  });
}
