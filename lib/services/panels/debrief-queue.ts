import type { DecisionRecord } from "@/db/queries/debriefs";
import type { PanelRating } from "@/db/queries/panel-ratings";
import type { SheetRecord } from "@/db/queries/submitted-marks";
import type { DebriefNeed } from "@/lib/contracts/panels";
import { byDisagreement, debriefReasons } from "@/lib/domain/panel";
import { TRAPS } from "@/lib/domain/traps";
import { groupBy } from "../shared/group-by";
import { countsOf } from "./counts-of";

interface Facts {
  sheets: readonly SheetRecord[];
  ratings: readonly PanelRating[];
  candidates: ReadonlyMap<string, { id: string; name: string }>;
  decisions: readonly DecisionRecord[];
}

/**
 * Interviews whose own interviewers are far apart, widest first: the room that each leads to holds that disagreement.
 * One that was debriefed keeps its place in the list, with the day.
 */
export function debriefQueue({ sheets, ratings, candidates, decisions }: Facts): DebriefNeed[] {
  const ratingsOf = groupBy(ratings, ({ interviewId }) => interviewId);
  const decidedAt = new Map(decisions.map(({ interviewId, at }) => [interviewId, at.toISOString()]));
  return [...groupBy(sheets, ({ interviewId }) => interviewId)]
    .flatMap(([interviewId, cards]): DebriefNeed[] => {
      const applicationId = cards[0]?.applicationId ?? "";
      const candidate = candidates.get(applicationId);
      const flagged = TRAPS.filter((trap) => cards.some(({ traps }) => traps.includes(trap)));
      const reasons = debriefReasons(countsOf(ratingsOf.get(interviewId) ?? []), flagged);
      if (!candidate || reasons.length === 0) return [];
      return [
        { applicationId, interviewId, candidate, reasons, decidedAt: decidedAt.get(interviewId) ?? null },
      ];
    })
    .sort(byDisagreement);
}
