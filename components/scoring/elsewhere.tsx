import { LocalTime } from "@/components/ui/local-time";
import { contestedFields } from "@/lib/client/contested";
import type { PastOperation } from "@/lib/contracts/operations";
import type { Change } from "@/lib/domain/changes";
import type { RubricContent } from "@/lib/domain/rubric";
import { fieldWords, valueWords } from "./change-words";

interface ElsewhereProps {
  history: readonly PastOperation[];
  rubric: RubricContent;
  onChange: (change: Change) => void;
}

/** What two devices entered without having seen each other: what stands, what was lost, and the author's choice. */
export function Elsewhere({ history, rubric, onChange }: ElsewhereProps) {
  const contested = contestedFields(history);
  if (contested.length === 0) return null;
  return (
    <section
      aria-label="Entered on two devices"
      className="fixed right-4 bottom-[calc(var(--bottom-bar)+1rem)] z-30 max-h-[40dvh] w-[min(24rem,calc(100vw-2rem))] overflow-y-auto rounded-m border border-line-strong bg-sheet px-4 py-3 text-s"
    >
      <h2 className="text-s font-[560]">Entered on two devices</h2>
      <ul>
        {contested.map(({ field, stands, lost }) => (
          <li key={field} className="border-t border-line py-2 first:border-0">
            <p>
              <b className="font-[560]">{fieldWords(stands.change, rubric)}</b>: changed on{" "}
              {stands.device ? `your ${stands.device}` : "another device"} at{" "}
              <LocalTime iso={stands.madeAt} show="time" />, {valueWords(lost.change)} →{" "}
              {valueWords(stands.change)}
            </p>
            <p className="flex flex-wrap gap-x-4">
              <button type="button" onClick={() => onChange(stands.change)} className={LINK}>
                Keep {valueWords(stands.change)}
              </button>
              <button type="button" onClick={() => onChange(lost.change)} className={LINK}>
                Restore {valueWords(lost.change)}
              </button>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

const LINK =
  "min-h-6 rounded-s text-left font-[560] text-accent underline underline-offset-2 pointer-coarse:min-h-11 pointer-coarse:min-w-11";
