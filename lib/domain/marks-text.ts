import type { MarkCounts } from "./composite";
import { type Dimension, markLabel, marksOf } from "./scale";

/** What a dot strip shows, in words: "1 at 3, 2 at 4", lowest first; empty where nobody observed it. */
export function marksText(dimension: Dimension, counts: MarkCounts): string {
  return marksOf(dimension)
    .flatMap((mark) => (counts[`${mark}`] ? [`${counts[`${mark}`]} at ${markLabel(dimension, mark)}`] : []))
    .join(", ");
}
