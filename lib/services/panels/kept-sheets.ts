import { createHash } from "node:crypto";
import type { Context } from "@/db/context";
import type { SheetFigures } from "@/lib/contracts/panels";
import { lastUsed } from "../shared/last-used";
import { type SheetSource, sheetOf } from "./sheet-of";

/** Some kilobytes each, for the sheets that are being looked at now. */
const KEPT_SHEETS_MAX = 40;
const kept = lastUsed<SheetFigures>(KEPT_SHEETS_MAX, () => 1);

/** A sheet's figures, computed once for each set of ratings: a fit takes longer than telling whether they are the same. */
export function keptSheetOf(ctx: Context, source: SheetSource): SheetFigures {
  const key = `${ctx.organization.id} ${stateOf(source)}`;
  const known = kept.get(key);
  if (known) return known;
  const figures = sheetOf(source, ctx.now);
  kept.set(key, figures);
  return figures;
}

/** Names exactly these ratings and how they are read: a hash of who gave whom what, and when. */
function stateOf({ table, options, dimensions, raterOf, candidateOf, scorecards }: SheetSource): string {
  const hash = createHash("sha256");
  for (const column of [table.candidate, table.rater, table.dimension, table.occasion, table.score])
    hash.update(column);
  const words = [
    table.candidates.map((name) => [name, candidateOf(name)]),
    table.raters.map(raterOf),
    table.dimensions,
    table.times,
    dimensions,
    scorecards,
  ];
  hash.update(
    JSON.stringify([words, options.scale, options.bipolar, options.seed, [...(options.fold ?? [])]]),
  );
  return hash.digest("base64");
}
