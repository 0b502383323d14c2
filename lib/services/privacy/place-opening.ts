import type { Context } from "@/db/context";
import { audit } from "@/db/writes/audit";
import { saveOpeningCountry } from "@/db/writes/retention";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { placeOpeningContract } from "@/lib/contracts/privacy";
import { Problem } from "@/lib/domain/errors";
import { requireAdmin } from "../shared/require-role";

/** Says by which country's rule an opening's candidates are kept. */
export async function placeOpening(
  ctx: Context,
  { openingId, country }: InputOf<typeof placeOpeningContract>,
): Promise<OutputOf<typeof placeOpeningContract>> {
  requireAdmin(ctx);
  if (!(await saveOpeningCountry(ctx, openingId, country))) {
    throw new Problem("NOT_FOUND", "There is no such opening");
  }
  await audit(ctx, {
    action: "retention.place",
    subjectKind: "opening",
    subjectId: openingId,
    detail: { country },
  });
  return { openingId };
}
