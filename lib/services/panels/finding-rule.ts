import type { Context } from "@/db/context";
import { findFindingRule } from "@/db/queries/findings";
import type { PanelInterviewer } from "@/lib/contracts/panel-figures";
import { DEFAULT_FINDING_RULE, type Finding, type FindingRule, isOpen, opensAt } from "@/lib/domain/findings";

/** The organisation's rule, or the one that ships. */
export async function findingRule(ctx: Context): Promise<FindingRule> {
  return (await findFindingRule(ctx)) ?? DEFAULT_FINDING_RULE;
}

/**
 * The interviewers as this viewer may read them: of others only what is open. Taken out here and not on the screen, so
 * that no table, file or answer of the API has more.
 */
export function asOpenTo(
  ctx: Context,
  interviewers: readonly PanelInterviewer[],
  findings: ReadonlyMap<string, Finding>,
  rule: FindingRule,
): PanelInterviewer[] {
  return interviewers.map((each) => {
    const finding = findings.get(each.member.id);
    if (each.member.id === ctx.member.id || isOpen(finding, rule, ctx.now)) return each;
    const at = finding ? opensAt(finding, rule) : null;
    return { ...each, notObserved: {}, figures: { state: "private", opensAt: at?.toISOString() ?? null } };
  });
}
