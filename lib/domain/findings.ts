/** Days in which somebody's own figures are theirs alone; null: until they share them. */
export interface FindingRule {
  days: number | null;
}

/** A week to read one's own figures first. An organisation may make it longer, never shorter. */
export const FEWEST_DAYS_ALONE = 7;
export const MOST_DAYS_ALONE = 365;
export const DEFAULT_FINDING_RULE: FindingRule = { days: FEWEST_DAYS_ALONE };

const DAY_MS = 86_400_000;

/** Since when somebody has figures of their own, and whether they shared them. */
export interface Finding {
  toldAt: Date;
  sharedAt: Date | null;
}

/** When leads may read somebody's own figures: the moment they are shared, or the end of the days; null for never yet. */
export function opensAt({ toldAt, sharedAt }: Finding, { days }: FindingRule): Date | null {
  const byItself = days === null ? null : new Date(toldAt.getTime() + days * DAY_MS);
  if (sharedAt === null) return byItself;
  return byItself === null || sharedAt < byItself ? sharedAt : byItself;
}

/** A finding about a person is shown to that person first; somebody of whom nothing is kept has been shown nothing. */
export function isOpen(finding: Finding | undefined, rule: FindingRule, now: Date): boolean {
  const at = finding ? opensAt(finding, rule) : null;
  return at !== null && at <= now;
}
