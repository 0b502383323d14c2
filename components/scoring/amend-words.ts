import { type AmendedChange, altersScorecard } from "@/lib/domain/amendments";
import type { ScorecardContent } from "@/lib/domain/scorecard";

/** What still stands between the form and an amendment; null when nothing does. */
export function leftWords(
  now: ScorecardContent,
  change: AmendedChange | null,
  reason: string,
): string | null {
  if (!change) return "Choose what it should say.";
  if (!altersScorecard(now, change)) return "The scorecard says this already. Choose another.";
  return reason.trim() === "" ? "Write why, in one line." : null;
}
