import type { Context } from "@/db/context";
import { audit } from "@/db/writes/audit";
import { saveRetentionRules } from "@/db/writes/retention";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { changeRetentionContract } from "@/lib/contracts/privacy";
import { erasesFrom } from "@/lib/domain/retention";
import { requireAdmin } from "../shared/require-role";

/** Changes how long candidates are kept. Each change begins the week of grace anew: a slip erases nobody overnight. */
export async function changeRetention(
  ctx: Context,
  { country, automatic, months }: InputOf<typeof changeRetentionContract>,
): Promise<OutputOf<typeof changeRetentionContract>> {
  requireAdmin(ctx);
  const rules = { country, months, automaticSince: automatic ? ctx.now : null };
  await saveRetentionRules(ctx, rules);
  await audit(ctx, {
    action: "retention.change",
    subjectKind: "organization",
    subjectId: ctx.organization.id,
    detail: { country, automatic, months },
  });
  return { erasesFrom: erasesFrom(rules)?.toISOString() ?? null };
}
