import { type Dimension, markLabel, type RatingValue } from "@/lib/domain/scale";

/** What a rating says in one breath: "4", "+1", "not observed", "not rated". */
export function ratingWords(dimension: Dimension, value: RatingValue | undefined): string {
  if (!value) return "not rated";
  return value.state === "observed" ? markLabel(dimension, value.mark) : "not observed";
}
