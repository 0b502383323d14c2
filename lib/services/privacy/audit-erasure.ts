import type { Context } from "@/db/context";
import { audit } from "@/db/writes/audit";
import type { ErasureReason } from "@/lib/domain/privacy";

/** One row for each opening the person was in, so that the open pages of each hear of it; ids and numbers only. */
export async function auditErasure(
  ctx: Pick<Context, "tx" | "now">,
  { candidateId, applications }: { candidateId: string; applications: readonly { applicationId: string }[] },
  { reason, removed }: { reason: ErasureReason; removed: Record<string, number> },
): Promise<void> {
  const erased = { action: "candidate.erase", subjectKind: "candidate", subjectId: candidateId } as const;
  const [first, ...others] = applications;
  await audit(ctx, {
    ...erased,
    detail: { reason, removed, ...(first && { applicationId: first.applicationId }) },
  });
  for (const { applicationId } of others) await audit(ctx, { ...erased, detail: { reason, applicationId } });
}
