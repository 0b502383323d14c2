import { LocalTime } from "@/components/ui/local-time";
import type { Contested } from "@/lib/client/contested";
import type { Change } from "@/lib/domain/changes";
import type { RubricContent } from "@/lib/domain/rubric";
import { fieldWords, valueWords } from "./change-words";

export interface ElsewhereProps {
  contested: readonly Contested[];
  rubric: RubricContent;
  onChoose: (change: Change) => void;
}

/** What two devices entered without having seen each other, one field after the other: what stands, and the choice. */
export function Elsewhere({ contested, rubric, onChoose }: ElsewhereProps) {
  const [first] = contested;
  if (!first) return null;
  const { stands, lost } = first;
  return (
    <section
      aria-label="Entered on two devices"
      className="flex items-center gap-x-4 bg-accent-wash px-4 py-2 text-s max-lg:flex-wrap md:px-6"
    >
      <p role="status">
        <b className="font-[560]">{fieldWords(stands.change, rubric)}</b>: changed on{" "}
        {stands.device ? `your ${stands.device}` : "another device"} at{" "}
        <LocalTime iso={stands.madeAt} show="time" />, {valueWords(lost.change)} → {valueWords(stands.change)}
        {contested.length > 1 && <span className="text-soft"> (1 of {contested.length})</span>}
      </p>
      <p className="flex gap-x-4">
        <button type="button" onClick={() => onChoose(stands.change)} className={LINK}>
          Keep {valueWords(stands.change)}
        </button>
        <button type="button" onClick={() => onChoose(lost.change)} className={LINK}>
          Restore {valueWords(lost.change)}
        </button>
      </p>
    </section>
  );
}

const LINK =
  "min-h-6 rounded-s text-left font-[560] text-accent underline underline-offset-2 pointer-coarse:min-h-11 pointer-coarse:min-w-11";
