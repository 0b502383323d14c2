import type { Context } from "@/db/context";
import { findFitInput, type OpeningVersion } from "@/db/queries/submitted-marks";
import { lastUsed } from "../shared/last-used";
import { type FairFigures, fairFigures } from "./fair-figures";
import { fairTable } from "./fair-table";

/** Fits kept by one app instance: some kilobytes each, for the openings that are being compared now. */
const KEPT_FITS_MAX = 60;

const kept = lastUsed<FairFigures>(KEPT_FITS_MAX, () => 1);

/**
 * The opening's fair scores as this viewer may know them, fitted once for each state of the records: the key holds the
 * organisation, the opening's version and every interview hidden from the viewer. Read under their own row policies.
 */
export async function fairFiguresOf(
  ctx: Context,
  opening: { id: string } & OpeningVersion,
): Promise<FairFigures> {
  const key = keyOf(ctx, opening);
  const known = kept.get(key);
  if (known) return known;
  const input = await findFitInput(ctx, opening.id);
  const figures = fairFigures(fairTable(input?.sheets ?? [], input?.versions ?? new Map()));
  // Under the version they were read at: somebody may have submitted since the one asked for was.
  if (input) kept.set(keyOf(ctx, { ...input, id: opening.id }), figures);
  return figures;
}

function keyOf(ctx: Context, { id, version, hidden }: { id: string } & OpeningVersion): string {
  return [ctx.organization.id, id, version, ...hidden].join(" ");
}
