import type { Context } from "@/db/context";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { patchUserContract } from "@/lib/contracts/provisioning";
import { asDirectory } from "./directory";
import { patched } from "./operations";
import type { SeenFrom } from "./seen-from";
import { formOf, userOut } from "./user-form";
import { changeUser, requireUser, shown } from "./users";

/** Changes some of what the directory says of a user. */
export async function patchUser(
  ctx: Context,
  { userId, ...message }: InputOf<typeof patchUserContract>,
  seenFrom: SeenFrom,
): Promise<OutputOf<typeof patchUserContract>> {
  return asDirectory(ctx, async () => {
    const before = await requireUser(ctx, userId);
    const after = await patched(userOut(before, [], seenFrom), message);
    await changeUser(ctx, before, formOf(after, before), seenFrom);
    return { ...(await shown(ctx, userId, seenFrom)) };
  });
}
