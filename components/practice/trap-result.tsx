import type { PracticeResult } from "@/lib/contracts/practice";
import type { RubricContent } from "@/lib/domain/rubric";
import { TRAPS, type Trap } from "@/lib/domain/traps";

interface TrapResultProps {
  flagged: readonly Trap[];
  reference: PracticeResult["reference"];
  rubric: RubricContent;
}

/** Traps that were there, and those you flagged: heard, missed, or flagged where there was none. */
export function TrapResult({ flagged, reference, rubric }: TrapResultProps) {
  const there = new Map(reference.traps.map(({ trap, because }) => [trap, because]));
  const shown = TRAPS.filter((trap) => there.has(trap) || flagged.includes(trap));
  return (
    <section aria-label="Traps" className="border-t border-line-strong py-4">
      <h2>Traps</h2>
      {shown.length === 0 && <p className="mt-1 text-soft">None in this answer, and you flagged none.</p>}
      <ul className="mt-2 grid gap-3">
        {shown.map((trap) => (
          <li key={trap} className="max-w-[72ch]">
            <p className="font-[560]">
              {rubric.traps[trap].name}
              <span className="font-normal text-soft">
                {" "}
                · {verdict(there.has(trap), flagged.includes(trap))}
              </span>
            </p>
            <p>{there.get(trap) ?? `Not in this answer. Its sign would be: ${rubric.traps[trap].sign}`}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function verdict(there: boolean, flagged: boolean): string {
  if (there) return flagged ? "you flagged it too" : "you did not flag it";
  return "you flagged it, the reference does not";
}
