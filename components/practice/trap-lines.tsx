import type { PracticeResult } from "@/lib/contracts/practice";
import type { RubricContent } from "@/lib/domain/rubric";
import { TRAPS, type Trap } from "@/lib/domain/traps";

interface TrapLinesProps {
  reference: Pick<PracticeResult["reference"], "traps">;
  rubric: RubricContent;
  /** Whether somebody flagged it: it stands here also where there was none. */
  isFlagged: (trap: Trap) => boolean;
  /** Who flagged what, in a few words. */
  verdict: (trap: Trap, there: boolean) => string;
  /** When there is nothing to show. */
  none: string;
}

/** Traps that were there, and those flagged where there was none, each with the reference's reason. */
export function TrapLines({ reference, rubric, isFlagged, verdict, none }: TrapLinesProps) {
  const there = new Map(reference.traps.map(({ trap, because }) => [trap, because]));
  const shown = TRAPS.filter((trap) => there.has(trap) || isFlagged(trap));
  return (
    <section aria-label="Traps" className="border-t border-line-strong py-4">
      <h2>Traps</h2>
      {shown.length === 0 && <p className="mt-1 text-soft">{none}</p>}
      <ul className="mt-2 grid gap-3">
        {shown.map((trap) => (
          <li key={trap} className="max-w-[72ch]">
            <p className="font-[560]">
              {rubric.traps[trap].name}
              <span className="font-normal text-soft"> · {verdict(trap, there.has(trap))}</span>
            </p>
            <p>{there.get(trap) ?? `Not in this answer. Its sign would be: ${rubric.traps[trap].sign}`}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
