import { z } from "zod";
import type { Context } from "@/db/context";
import { findSnapshot } from "@/db/queries/fit-snapshots";
import {
  failSnapshot,
  keepSnapshot,
  moveSnapshot,
  removeSnapshot,
  tellSnapshotProgress,
} from "@/db/writes/fit-snapshots";
import type { SheetFigures } from "@/lib/contracts/panel-figures";
import { getPanelSheetContract } from "@/lib/contracts/panels";
import { requirePanels } from "../shared/require-role";
import { inThread } from "../shared/work-thread";
import { figuresIn, type SheetQuestion, snapshotOf } from "./kept-sheets";
import { ownSource } from "./own-source";
import { panelSource } from "./panel-source";
import { type SheetTask, sheetTask } from "./sheet-work";

const asScope = z.discriminatedUnion("of", [
  z.object({ of: z.literal("panel"), asked: getPanelSheetContract.input }),
  z.object({ of: z.literal("own") }),
]);

/** Progress is told this often at most: each telling is a transaction and wakes open pages. */
const TELL_EVERY_MS = 500;

/** Runs `work` as whoever asked, in a transaction of its own; null when they are no member any more. */
export type AsAsker = <T>(work: (ctx: Context) => Promise<T>) => Promise<{ result: T } | null>;

/**
 * Computes one snapshot, on a thread: read as whoever asked may read now, computed while no transaction is open, kept
 * under the key of what was read. False where the thread broke down.
 */
export async function computeSheet(asAsker: AsAsker, asked: string): Promise<boolean> {
  const begun = (await asAsker((ctx) => beginSheet(ctx, asked)))?.result;
  if (!begun) return true;
  const { key, scope, task } = begun;
  let toldAt = 0;
  let telling: Promise<unknown> = Promise.resolve();
  const figures = await inThread<SheetFigures>(task, (progress) => {
    if (Date.now() - toldAt < TELL_EVERY_MS) return;
    toldAt = Date.now();
    // Nothing rests on a progress that could not be told.
    telling = telling.then(() => asAsker((ctx) => tellSnapshotProgress(ctx, key, progress))).catch(() => {});
  });
  await telling;
  if (figures === null) return false;
  await asAsker((ctx) => keepSnapshot(ctx, { key, scope }, figures));
  return true;
}

/** Says of a snapshot whose tries are used up that it is not coming. */
export async function giveUpSheet(ctx: Context, key: string): Promise<void> {
  await failSnapshot(
    ctx,
    key,
    "the computation broke off several times; npm run analyze reads the exported ratings",
  );
}

/** The ratings as they stand for whoever asked; null where there is nothing left to compute. */
async function beginSheet(
  ctx: Context,
  asked: string,
): Promise<{ key: string; scope: string; task: SheetTask } | null> {
  const row = await findSnapshot(ctx, asked);
  if (!row || figuresIn(row.figures)) return null;
  const question = await questionIn(ctx, row.scope);
  if (!question) {
    await removeSnapshot(ctx, asked);
    return null;
  }
  const now = snapshotOf(question);
  if (now.key !== asked) {
    const there = figuresIn((await findSnapshot(ctx, now.key))?.figures);
    if (there) {
      await removeSnapshot(ctx, asked);
      return null;
    }
    await moveSnapshot(ctx, asked, now);
  }
  return { key: now.key, scope: now.scope, task: sheetTask(question.source, ctx.now) };
}

async function questionIn(ctx: Context, text: string): Promise<SheetQuestion | null> {
  const scope = asScope.parse(JSON.parse(text));
  if (scope.of === "own") return ownSource(ctx);
  requirePanels(ctx);
  return (await panelSource(ctx, scope.asked)).question;
}
