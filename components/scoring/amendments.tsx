import { LocalTime } from "@/components/ui/local-time";
import type { Amendment } from "@/lib/domain/amendments";
import { RECOMMENDATION_LABEL } from "@/lib/domain/labels";
import { ratingWords } from "./words";

/** What was said otherwise later, each with its reason; the first score stands above, as it was. */
export function Amendments({ amendments }: { amendments: readonly Amendment[] }) {
  if (amendments.length === 0) return null;
  return (
    <ul aria-label="Amendments" className="mt-2 space-y-1 text-s">
      {amendments.map(({ id, change, reason, amendedAt }) => (
        <li key={id}>
          <b className="font-[600]">Amended to {changeWords(change)}</b>
          <span className="text-soft">
            {" "}
            <LocalTime iso={amendedAt} show="day" /> <LocalTime iso={amendedAt} show="time" />: {reason}
          </span>
        </li>
      ))}
    </ul>
  );
}

function changeWords(change: Amendment["change"]): string {
  return change.field === "rating"
    ? ratingWords(change.dimension, change.value)
    : RECOMMENDATION_LABEL[change.value];
}
