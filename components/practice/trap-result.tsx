import type { PracticeResult } from "@/lib/contracts/practice";
import type { RubricContent } from "@/lib/domain/rubric";
import type { Trap } from "@/lib/domain/traps";
import { TrapLines } from "./trap-lines";

interface TrapResultProps {
  flagged: readonly Trap[];
  reference: PracticeResult["reference"];
  rubric: RubricContent;
}

/** The traps of an answer beside those you flagged: heard, missed, or flagged where there was none. */
export function TrapResult({ flagged, reference, rubric }: TrapResultProps) {
  const isFlagged = (trap: Trap) => flagged.includes(trap);
  return (
    <TrapLines
      reference={reference}
      rubric={rubric}
      isFlagged={isFlagged}
      verdict={(trap, there) => verdict(there, isFlagged(trap))}
      none="None in this answer, and you flagged none."
    />
  );
}

function verdict(there: boolean, flagged: boolean): string {
  if (there) return flagged ? "you flagged it too" : "you did not flag it";
  return "you flagged it, the reference does not";
}
