import type { PracticeLibrary } from "@/lib/contracts/practice";
import { type Dimension, isBipolar } from "@/lib/domain/scale";

type Readiness = PracticeLibrary["readiness"];
type Rule = PracticeLibrary["rule"];

const percent = (share: number) => `${Math.round(share * 100)}\u00a0%`;

/** The rule in one sentence, as it is checked. */
export function ruleWords({ answers, withinOne, meanGap }: Rule): string {
  return `Over the latest ${answers} answers: at least ${percent(withinOne)} of marks within one point of the reference, and at most ${meanGap.toFixed(2)} points from it on average.`;
}

/** Where somebody stands, with what is missing. */
export function readinessWords({ state, answers, accuracy }: Readiness, rule: Rule): string {
  const { n, withinOne, meanGap } = accuracy;
  if (state === "too-few" || meanGap === null) {
    const left = Math.max(1, rule.answers - answers);
    return `${answers} of ${rule.answers} answers scored; ${left} more before readiness can be said`;
  }
  const figures = `${percent(withinOne / n)} of ${n} marks within one point, ${meanGap.toFixed(2)} points off on average`;
  return state === "ready" ? `Ready: ${figures}` : `Not ready yet: ${figures}`;
}

/** "the same", "1 above", "2 nearer deflecting": what a gap says in the words of its scale. */
export function gapWords(
  dimension: Dimension,
  gap: number | null,
  poles: { low: string; high: string },
): string {
  if (gap === null) return "You did not observe it";
  if (gap === 0) return "The same as the reference";
  const points = Math.abs(gap) === 1 ? "1 point" : `${Math.abs(gap)} points`;
  if (!isBipolar(dimension)) return `${points} ${gap > 0 ? "above" : "below"} the reference`;
  return `${points} further towards “${gap > 0 ? poles.high : poles.low}”`;
}

/** Minutes and seconds of an answer: "1:05". */
export function lengthText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
