import type { Context } from "@/db/context";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { getUserContract } from "@/lib/contracts/provisioning";
import { wanted } from "./asked";
import { requireDirectory } from "./directory";
import type { SeenFrom } from "./seen-from";
import { shown } from "./users";

/** One user. */
export async function getUser(
  ctx: Context,
  input: InputOf<typeof getUserContract>,
  seenFrom: SeenFrom,
): Promise<OutputOf<typeof getUserContract>> {
  requireDirectory(ctx);
  return { ...(await shown(ctx, input.userId, seenFrom, await wanted(input))) };
}
