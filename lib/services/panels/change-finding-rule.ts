import type { Context } from "@/db/context";
import { audit } from "@/db/writes/audit";
import { keepFindingRule } from "@/db/writes/findings";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { changeFindingRuleContract } from "@/lib/contracts/panels";
import { requirePanels } from "../shared/require-role";

/** Changes how long somebody's own figures are theirs alone. It is read anew each time; the week is a floor. */
export async function changeFindingRule(
  ctx: Context,
  rule: InputOf<typeof changeFindingRuleContract>,
): Promise<OutputOf<typeof changeFindingRuleContract>> {
  requirePanels(ctx);
  await keepFindingRule(ctx, rule);
  await audit(ctx, {
    action: "findings.rule",
    subjectKind: "organization",
    subjectId: ctx.organization.id,
    detail: { ...rule },
  });
  return rule;
}
