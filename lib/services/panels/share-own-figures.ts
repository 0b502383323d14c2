import type { Context } from "@/db/context";
import { audit } from "@/db/writes/audit";
import { shareFindings } from "@/db/writes/findings";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { shareOwnFiguresContract } from "@/lib/contracts/panels";
import { Problem } from "@/lib/domain/errors";

/** Opens one's own figures to the leads, by nobody's hand but one's own. */
export async function shareOwnFigures(
  ctx: Context,
  _: InputOf<typeof shareOwnFiguresContract>,
): Promise<OutputOf<typeof shareOwnFiguresContract>> {
  if (!(await shareFindings(ctx))) {
    throw new Problem("CONFLICT", "You have no figures yet, or you have shared them already");
  }
  await audit(ctx, { action: "findings.share", subjectKind: "member", subjectId: ctx.member.id });
  return { sharedAt: ctx.now.toISOString() };
}
