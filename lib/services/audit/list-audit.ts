import type { Context } from "@/db/context";
import { listAuditEvents, verifyAudit } from "@/db/queries/audit";
import { AUDIT_PAGE_ROWS, type listAuditContract } from "@/lib/contracts/audit";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import { requireAdmin } from "../shared/require-role";

/** The latest deeds or those before one of them, and whether the whole chain holds. */
export async function listAudit(
  ctx: Context,
  { before }: InputOf<typeof listAuditContract>,
): Promise<OutputOf<typeof listAuditContract>> {
  requireAdmin(ctx);
  const events = await listAuditEvents(ctx, { before, limit: AUDIT_PAGE_ROWS });
  const { total, brokenAt } = await verifyAudit(ctx);
  const last = events.at(-1)?.seq;
  return {
    events: events.map(({ seq, at, actorId, actorName, action, subjectKind, subjectId }) => ({
      seq,
      at: at.toISOString(),
      actor: actorId === null ? null : { id: actorId, name: actorName ?? "a former member" },
      action,
      subjectKind,
      subjectId,
    })),
    total,
    earlier: last !== undefined && last > 1 ? last : null,
    brokenAt,
  };
}
