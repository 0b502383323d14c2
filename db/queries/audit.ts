import { and, desc, eq, lt, sql } from "drizzle-orm";
import type { Context } from "../context";
import { auditEvents, auditHeads, memberships } from "../schema/index";

export interface AuditRecord {
  seq: number;
  at: Date;
  actorId: string | null;
  actorName: string | null;
  action: string;
  subjectKind: string;
  subjectId: string | null;
}

/** Deeds, newest first: the latest, or those before one of them. */
export async function listAuditEvents(
  ctx: Context,
  { before, limit }: { before?: number | undefined; limit: number },
): Promise<AuditRecord[]> {
  return ctx.tx
    .select({
      seq: auditEvents.seq,
      at: auditEvents.at,
      actorId: auditEvents.actorId,
      actorName: memberships.name,
      action: auditEvents.action,
      subjectKind: auditEvents.subjectKind,
      subjectId: auditEvents.subjectId,
    })
    .from(auditEvents)
    .leftJoin(
      memberships,
      and(
        eq(memberships.organizationId, auditEvents.organizationId),
        eq(memberships.id, auditEvents.actorId),
      ),
    )
    .where(
      and(
        eq(auditEvents.organizationId, ctx.organization.id),
        before === undefined ? undefined : lt(auditEvents.seq, before),
      ),
    )
    .orderBy(desc(auditEvents.seq))
    .limit(limit);
}

/** How many deeds there are, and the first that does not follow from the one before (null when the chain is whole). */
export async function verifyAudit(ctx: Context): Promise<{ total: number; brokenAt: number | null }> {
  const [head] = await ctx.tx
    .select({ total: auditHeads.seq })
    .from(auditHeads)
    .where(eq(auditHeads.organizationId, ctx.organization.id));
  const [broken] = await ctx.tx.execute<{ at: string | null }>(sql`select audit_broken_at() as at`);
  return { total: head?.total ?? 0, brokenAt: broken?.at == null ? null : Number(broken.at) };
}
