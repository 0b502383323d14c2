import type { Context } from "@/db/context";
import { audit } from "@/db/writes/audit";
import { keepReadinessRule } from "@/db/writes/practice";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { changeReadinessRuleContract } from "@/lib/contracts/practice";
import { requirePanels } from "../shared/require-role";

/** Changes when somebody counts as ready. It is read anew each time, so it holds at once and for everybody. */
export async function changeReadinessRule(
  ctx: Context,
  rule: InputOf<typeof changeReadinessRuleContract>,
): Promise<OutputOf<typeof changeReadinessRuleContract>> {
  requirePanels(ctx);
  await keepReadinessRule(ctx, rule);
  await audit(ctx, {
    action: "practice.rule",
    subjectKind: "organization",
    subjectId: ctx.organization.id,
    detail: { ...rule },
  });
  return rule;
}
