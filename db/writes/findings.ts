import { and, eq, isNull } from "drizzle-orm";
import type { FindingRule } from "@/lib/domain/findings";
import type { Context } from "../context";
import { findingRules, findings } from "../schema/index";

/** Keeps how long somebody's own figures are theirs alone. */
export async function keepFindingRule({ tx, organization }: Context, { days }: FindingRule): Promise<void> {
  await tx
    .insert(findingRules)
    .values({ organizationId: organization.id, days })
    .onConflictDoUpdate({ target: findingRules.organizationId, set: { days } });
}

/** Shares one's own figures; false when there are none, or they were shared before. */
export async function shareFindings({ tx, organization, member, now }: Context): Promise<boolean> {
  const shared = await tx
    .update(findings)
    .set({ sharedAt: now })
    .where(
      and(
        eq(findings.organizationId, organization.id),
        eq(findings.memberId, member.id),
        isNull(findings.sharedAt),
      ),
    )
    .returning({ memberId: findings.memberId });
  return shared.length > 0;
}
