import { ANSWER_SECONDS, clockText, type TimerReading } from "@/lib/domain/beats";

/** How long the answer took, said as information (product.md: pace is never a score by itself). */
export function paceWords({ answerMs, probeMs }: TimerReading): string {
  const seconds = Math.round(answerMs / 1_000);
  const { from, to } = ANSWER_SECONDS;
  const pace =
    seconds > to ? `Over ${to} s` : seconds < from ? `Under ${from} s` : `Within ${from} to ${to} s`;
  const probing = probeMs > 0 ? ` Probing, ${clockText(probeMs)}, is apart.` : "";
  return `${pace}: information, not a score.${probing}`;
}
