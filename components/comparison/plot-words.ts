import type { ComparedCandidate, Dot } from "@/lib/contracts/candidates";
import type { RubricVersion } from "@/lib/contracts/rubric";
import { type Dimension, markLabel } from "@/lib/domain/scale";

/** "4", "−2", or in words that it was not observed. */
export function valueText(dimension: Dimension, { value }: Dot): string {
  return value.state === "observed" ? markLabel(dimension, value.mark) : "not observed";
}

/** A level and a half, or a position between two, printed like the marks themselves. */
export function medianText(dimension: Dimension, median: number): string {
  const sign = dimension === "calibration" && median > 0 ? "+" : "";
  return `${sign}${median}`.replace("-", "−");
}

/** How many looked and how many saw: "n 3, 1 not observed". */
export function countText(dots: readonly Dot[]): string {
  const observed = dots.filter(({ value }) => value.state === "observed").length;
  const without = dots.length - observed;
  return without === 0 ? `n ${observed}` : `n ${observed}, ${without} not observed`;
}

/** One cell of the comparison in a sentence. */
export function cellSentence(
  candidate: ComparedCandidate,
  dimension: Dimension,
  rubric: RubricVersion,
): string {
  const { dots, median, split, quality } = candidate.dimensions[dimension];
  const about = `${candidate.candidate.name}, ${rubric.content.dimensions[dimension].name}`;
  if (dots.length === 0) return `${about}: no scorecard yet.`;
  if (median === null) return `${about}: not observed by anyone.`;
  const marks = dots.map((dot) => `${dot.member.name} ${valueText(dimension, dot)}`).join(", ");
  const middle =
    dimension === "calibration"
      ? ` Mean folded ${qualityText(quality)}.`
      : ` Median ${medianText(dimension, median)}.`;
  return `${about}: ${marks}.${middle}${split ? " Split: both sides were heard." : ""}`;
}

/** "weight 25"; where a version gives another one, "weight 30, 25 in rubric 2". The first version is the newest. */
export function weightText(dimension: Dimension, rubrics: readonly RubricVersion[]): string {
  const [newest, ...older] = rubrics;
  const weight = newest?.weights[dimension];
  const others = older
    .filter(({ weights }) => weights[dimension] !== weight)
    .map(({ number, weights }) => `${weights[dimension]} in rubric ${number}`);
  return [`weight ${weight}`, ...others].join(", ");
}

/** Calibration's mean folded quality, as the composite reads it; it never stands without its sides. */
export function qualityText(quality: number | null): string | null {
  return quality === null ? null : `quality ${quality.toFixed(2)}`;
}
