import type { Amendment } from "@/lib/domain/amendments";
import { RECOMMENDATION_LABEL } from "@/lib/domain/labels";
import { markLabel } from "@/lib/domain/scale";
import { dayText } from "./list-words";

/** What the author said otherwise later, with the reason. The first score above it stays, and alone counts. */
export function AmendmentLines({ amendments }: { amendments: readonly Amendment[] }) {
  if (amendments.length === 0) return null;
  return (
    <ol aria-label="Changed since" className="space-y-1 text-xs text-soft">
      {amendments.map(({ id, change, reason, amendedAt }) => (
        <li key={id}>
          <b className="font-[560] text-ink">Later: {changeText(change)}</b>, {dayText(amendedAt)}: {reason}
        </li>
      ))}
    </ol>
  );
}

/** "5", "−1", "not observed", "yes". */
function changeText(change: Amendment["change"]): string {
  if (change.field === "recommendation") return RECOMMENDATION_LABEL[change.value].toLowerCase();
  return change.value.state === "observed" ? markLabel(change.dimension, change.value.mark) : "not observed";
}
