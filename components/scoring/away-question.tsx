import type { AbsenceQuestion } from "@/lib/client/use-absence";
import { awayText } from "./away-text";

/** After sleep: was the candidate speaking meanwhile? Nothing is changed until somebody says so. */
export function AwayQuestion({ question }: { question: AbsenceQuestion }) {
  const { absence, leaveOut, count } = question;
  return (
    <div className="mt-0.5 flex min-h-6 flex-wrap items-center gap-x-1 text-xs text-warn max-md:col-span-2">
      <p role="status">
        Away for {awayText(absence.ms)}; the timer {absence.counted ? "ran on" : "stood still"}.
      </p>
      <button type="button" onClick={leaveOut} className={ANSWER}>
        Leave it out
      </button>
      <button type="button" onClick={count} className={ANSWER}>
        Count it
      </button>
    </div>
  );
}

const ANSWER =
  "min-h-6 rounded-s px-1 font-[560] underline underline-offset-2 pointer-coarse:min-h-11 pointer-coarse:px-1.5";
