import type { Context } from "@/db/context";
import { findOpening, listOpenings } from "@/db/queries/candidates";
import { Problem } from "@/lib/domain/errors";

/** The opening named, or the one a list shows when none is. */
export async function requireOpening(
  ctx: Context,
  id: string | undefined,
): Promise<{ id: string; title: string }> {
  const opening = id === undefined ? (await listOpenings(ctx))[0] : await findOpening(ctx, { id });
  if (!opening) throw new Problem("NOT_FOUND", "There is no such opening");
  return opening;
}
