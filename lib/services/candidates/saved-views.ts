import type { Context } from "@/db/context";
import { listOwnViews } from "@/db/queries/saved-views";
import { dropView, keepView } from "@/db/writes/saved-views";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import {
  type listViewsContract,
  type removeViewContract,
  SAVED_VIEWS_MAX,
  type saveViewContract,
} from "@/lib/contracts/saved-views";
import { Problem } from "@/lib/domain/errors";
import { requireCompare } from "../shared/require-role";

/** One's own ways of looking at the list: they say nothing of anybody, so no audit event tells of them. */
export async function listViews(ctx: Context): Promise<OutputOf<typeof listViewsContract>> {
  requireCompare(ctx);
  return { views: await listOwnViews(ctx) };
}

/** Keeps a view, unless there are as many as a menu holds. */
export async function saveView(
  ctx: Context,
  view: InputOf<typeof saveViewContract>,
): Promise<OutputOf<typeof saveViewContract>> {
  requireCompare(ctx);
  const others = (await listOwnViews(ctx)).filter(({ name }) => name !== view.name);
  if (others.length >= SAVED_VIEWS_MAX)
    throw new Problem("CONFLICT", `You have ${SAVED_VIEWS_MAX} saved views: remove one first`);
  await keepView(ctx, view);
  return view;
}

export async function removeView(
  ctx: Context,
  { name }: InputOf<typeof removeViewContract>,
): Promise<OutputOf<typeof removeViewContract>> {
  requireCompare(ctx);
  await dropView(ctx, name);
  return { name };
}
