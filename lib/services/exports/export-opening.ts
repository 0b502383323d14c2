import type { Context } from "@/db/context";
import { audit } from "@/db/writes/audit";
import type { InputOf } from "@/lib/contracts/contract";
import type { exportOpeningContract } from "@/lib/contracts/exports";
import { requireCompare } from "../shared/require-role";
import { asFile } from "./as-file";
import { openingJson } from "./opening-json";
import { openingTable } from "./opening-table";
import { requireOpening } from "./require-opening";
import { type Download, fileName } from "./table";

/** An opening with every rating the viewer may see, made while it travels: memory does not grow with it. */
export async function exportOpening(
  ctx: Context,
  { openingId, format }: InputOf<typeof exportOpeningContract>,
): Promise<Download> {
  requireCompare(ctx);
  const opening = await requireOpening(ctx, openingId);
  await audit(ctx, {
    action: "export.opening",
    subjectKind: "opening",
    subjectId: opening.id,
    detail: { format },
  });
  if (format === "csv") return asFile(opening.title, "csv", (reading) => openingTable(reading, opening));
  return {
    fileName: fileName(opening.title, "json"),
    type: "application/json; charset=utf-8",
    body: (reading) => openingJson(reading, opening),
  };
}
