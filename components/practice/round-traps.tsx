import type { PracticeRound } from "@/lib/contracts/practice-rounds";
import type { RubricContent } from "@/lib/domain/rubric";
import { TRAPS, type Trap } from "@/lib/domain/traps";

interface RoundTrapsProps {
  revealed: NonNullable<PracticeRound["revealed"]>;
  rubric: RubricContent;
}

/** Traps that were there and who flagged them, and those flagged where there was none. */
export function RoundTraps({ revealed: { cards, reference }, rubric }: RoundTrapsProps) {
  const there = new Map(reference.traps.map(({ trap, because }) => [trap, because]));
  const flaggedBy = (trap: Trap) =>
    cards.filter((card) => card.traps.includes(trap)).map(({ member }) => member.name);
  const shown = TRAPS.filter((trap) => there.has(trap) || flaggedBy(trap).length > 0);
  return (
    <section aria-label="Traps" className="border-t border-line-strong py-4">
      <h2>Traps</h2>
      {shown.length === 0 && <p className="mt-1 text-soft">None in this answer, and nobody flagged one.</p>}
      <ul className="mt-2 grid gap-3">
        {shown.map((trap) => (
          <li key={trap} className="max-w-[72ch]">
            <p className="font-[560]">
              {rubric.traps[trap].name}
              <span className="font-normal text-soft">
                {" "}
                · flagged by {flaggedBy(trap).join(", ") || "nobody"}
              </span>
            </p>
            <p>{there.get(trap) ?? `Not in this answer. Its sign would be: ${rubric.traps[trap].sign}`}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
