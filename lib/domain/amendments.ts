import { applyChange } from "./changes";
import type { Recommendation } from "./recommendation";
import { sameJson } from "./same-json";
import type { Dimension, RatingValue } from "./scale";
import type { ScorecardContent } from "./scorecard";

/** What may still be said otherwise after submitting. Evidence and timer are what was heard: they stay. */
export type AmendedChange =
  | { field: "rating"; dimension: Dimension; value: RatingValue }
  | { field: "recommendation"; value: Recommendation };

/** One later change of a submitted scorecard, with its reason. The first score is kept beside it for ever. */
export interface Amendment {
  id: string;
  change: AmendedChange;
  reason: string;
  /** ISO, the server's clock. */
  amendedAt: string;
}

/** The scorecard as its author sees it now. Statistics never read this: they read the first score. */
export function amendedContent(
  content: ScorecardContent,
  amendments: readonly Pick<Amendment, "change">[],
): ScorecardContent {
  return amendments.reduce((card, { change }) => applyChange(card, change), content);
}

/** True when the change says something else than the scorecard says already. */
export function altersScorecard(content: ScorecardContent, change: AmendedChange): boolean {
  return !sameJson(applyChange(content, change), content);
}
