import type { PracticeRound } from "@/lib/contracts/practice-rounds";
import type { RubricContent } from "@/lib/domain/rubric";
import type { Trap } from "@/lib/domain/traps";
import { TrapLines } from "./trap-lines";

interface RoundTrapsProps {
  revealed: NonNullable<PracticeRound["revealed"]>;
  rubric: RubricContent;
}

/** The traps of a round's answer and who flagged them. */
export function RoundTraps({ revealed: { cards, reference }, rubric }: RoundTrapsProps) {
  const flaggedBy = (trap: Trap) =>
    cards.filter((card) => card.traps.includes(trap)).map(({ member }) => member.name);
  return (
    <TrapLines
      reference={reference}
      rubric={rubric}
      isFlagged={(trap) => flaggedBy(trap).length > 0}
      verdict={(trap) => `flagged by ${flaggedBy(trap).join(", ") || "nobody"}`}
      none="None in this answer, and nobody flagged one."
    />
  );
}
