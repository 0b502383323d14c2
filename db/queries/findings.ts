import { eq, sql } from "drizzle-orm";
import type { Finding, FindingRule } from "@/lib/domain/findings";
import { DIMENSIONS, type Dimension, type Mark } from "@/lib/domain/scale";
import type { Context } from "../context";
import { findingRules, findings } from "../schema/index";

/** The organisation's own rule; null while the one that ships holds. */
export async function findFindingRule({ tx, organization }: Context): Promise<FindingRule | null> {
  const [rule] = await tx
    .select({ days: findingRules.days })
    .from(findingRules)
    .where(eq(findingRules.organizationId, organization.id));
  return rule ?? null;
}

/** Since when people have figures of their own, by member: a lead's answer holds everybody, anybody else's themselves. */
export async function listFindings({ tx, organization }: Context): Promise<Map<string, Finding>> {
  const rows = await tx
    .select({ memberId: findings.memberId, toldAt: findings.toldAt, sharedAt: findings.sharedAt })
    .from(findings)
    .where(eq(findings.organizationId, organization.id));
  return new Map(rows.map(({ memberId, ...finding }) => [memberId, finding]));
}

/** One mark of anybody: candidate and rater are numbers, and say who only where it is the asker. */
export interface NamelessRating {
  candidate: string;
  rater: string;
  mine: boolean;
  submittedAt: Date;
  dimension: Dimension;
  mark: Mark | null;
}

interface NamelessRow extends Record<string, unknown> {
  candidate: string;
  rater: string;
  mine: boolean;
  at: string;
  marks: (string | null)[];
}

/** What one's own figures are made of: everybody's marks, without names and without interviews one is still to score. */
export async function listMarksBesideMine({ tx }: Context): Promise<NamelessRating[]> {
  const rows = await tx.execute<NamelessRow>(sql`
    select candidate::text, rater::text, mine, round(extract(epoch from submitted_at) * 1000)::text as at, marks
    from marks_beside_mine()`);
  return rows.flatMap(({ at, marks, ...row }) =>
    DIMENSIONS.flatMap((dimension, place): NamelessRating[] => {
      const key = marks[place];
      if (!key) return [];
      const mark = key === "not-observed" ? null : (Number(key) as Mark);
      return [{ ...row, submittedAt: new Date(Number(at)), dimension, mark }];
    }),
  );
}
