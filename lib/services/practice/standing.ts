import type { Context } from "@/db/context";
import { type AttemptMark, type AttemptRecord, findReadinessRule } from "@/db/queries/practice";
import { type RubricRecord, rubricsById } from "@/db/queries/rubrics";
import {
  type CountedAttempt,
  DEFAULT_READINESS_RULE,
  type ReadinessRule,
  sameAnchors,
} from "@/lib/domain/practice";
import { DIMENSIONS, type Dimension } from "@/lib/domain/scale";
import { groupBy } from "../shared/group-by";

/** The five names as this version words them. */
export function namesOf({ content }: RubricRecord): Record<Dimension, string> {
  return Object.fromEntries(
    DIMENSIONS.map((dimension) => [dimension, content.dimensions[dimension].name]),
  ) as Record<Dimension, string>;
}

/** The organisation's rule, or the one that ships. */
export async function readinessRule(ctx: Context): Promise<ReadinessRule> {
  return (await findReadinessRule(ctx)) ?? DEFAULT_READINESS_RULE;
}

/** Versions worded like `current` in every anchor: attempts on any of them count for it. */
export async function sameWording(
  ctx: Context,
  attempts: readonly { rubricVersionId: string }[],
  current: RubricRecord,
): Promise<Set<string>> {
  const versions = await rubricsById(ctx, [
    current.id,
    ...attempts.map(({ rubricVersionId }) => rubricVersionId),
  ]);
  return new Set(
    [...versions.values()].filter(({ content }) => sameAnchors(content, current.content)).map(({ id }) => id),
  );
}

export type KeyedAttempt = CountedAttempt & { key: string };

/** Attempts that count, oldest first: blind, revealed, on the present wording. Their marks stand beside them. */
export function countedAttempts(
  attempts: readonly AttemptRecord[],
  marks: readonly AttemptMark[],
  wording: ReadonlySet<string>,
  titleOf: (key: string) => string,
): KeyedAttempt[] {
  const byAttempt = groupBy(marks, ({ attemptId }) => attemptId);
  return attempts
    .filter(({ hinted, revealed, rubricVersionId }) => !hinted && revealed && wording.has(rubricVersionId))
    .map(({ attemptId, answerKey, attemptedAt }) => ({
      attemptedAt: attemptedAt.toISOString(),
      key: answerKey,
      title: titleOf(answerKey),
      marks: (byAttempt.get(attemptId) ?? []).map(({ dimension, mark, reference }) => ({
        dimension,
        mark,
        reference,
      })),
    }));
}
