import type { Context } from "@/db/context";
import { findSnapshot } from "@/db/queries/fit-snapshots";
import type { InputOf } from "@/lib/contracts/contract";
import type { followSheetContract, SheetStep } from "@/lib/contracts/panels";

/** How far a snapshot is, where that is news. One that the caller may not read is gone, as one that never was. */
export async function followSheet(
  ctx: Context,
  { key, since }: InputOf<typeof followSheetContract>,
): Promise<{ events: SheetStep[]; seq: number }> {
  const row = await findSnapshot(ctx, key);
  if (!row) {
    const seq = (since ?? 0) + 1;
    return { events: [{ seq, state: "gone", progress: "" }], seq };
  }
  const { step: seq, progress, failed, figures } = row;
  if (since !== undefined && seq <= since) return { events: [], seq: since };
  const state = figures !== null ? "done" : failed ? "failed" : "computing";
  return { events: [{ seq, state, progress }], seq };
}
