import clsx from "clsx";
import { tintOf } from "@/components/scoring/mark-cells";
import type { PracticeResult } from "@/lib/contracts/practice";
import { gapOf } from "@/lib/domain/practice";
import { anchorOf, type RubricContent } from "@/lib/domain/rubric";
import { type Dimension, type Mark, markLabel } from "@/lib/domain/scale";
import type { EvidenceNote } from "@/lib/domain/scorecard";
import { gapWords } from "./words";

interface ResultRowProps {
  dimension: Dimension;
  rubric: RubricContent;
  mark: Mark | null;
  reference: PracticeResult["reference"]["reference"]["fix"];
  notes: readonly EvidenceNote[];
}

/** One dimension: your mark, the reference's, how far apart, and why the reference says so. */
export function ResultRow({ dimension, rubric, mark, reference, notes }: ResultRowProps) {
  const { name } = rubric.dimensions[dimension];
  const gap = gapOf({ mark, reference: reference.mark });
  const far = gap !== null && Math.abs(gap) > 1;
  return (
    <section aria-label={name} data-print="whole" className="border-t border-line-strong py-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 md:gap-x-6">
        <h2 className="max-md:basis-full md:min-w-44">{name}</h2>
        <MarkCell caption="you" dimension={dimension} mark={mark} />
        <MarkCell caption="reference" dimension={dimension} mark={reference.mark} />
        <p className={clsx("text-s", far ? "font-[560] text-warn" : "text-soft")}>
          {gapWords(dimension, gap, rubric.poles)}
        </p>
      </div>
      <p className="mt-3 max-w-[72ch]">{reference.because}</p>
      <p className="mt-1 max-w-[72ch] text-s text-soft">
        {markLabel(dimension, reference.mark)}: {anchorOf(rubric, dimension, reference.mark)}
        {gap !== null && gap !== 0 && mark !== null && (
          <>
            <br />
            {markLabel(dimension, mark)}: {anchorOf(rubric, dimension, mark)}
          </>
        )}
      </p>
      {notes.map((note) => (
        <blockquote key={note.id} className="mt-2 border-l-2 border-line pl-3 font-serif whitespace-pre-wrap">
          <span className="mr-2 font-sans text-xs text-soft">your note</span>
          {note.text}
        </blockquote>
      ))}
    </section>
  );
}

interface MarkCellProps {
  caption: string;
  dimension: Dimension;
  mark: Mark | null;
}

/** A mark with whose it is; "not observed" is a mark of its own, never a low one. */
export function MarkCell({ caption, dimension, mark }: MarkCellProps) {
  return (
    <span className="inline-flex items-center gap-2 text-xs text-soft">
      {caption}
      <span
        data-tint
        className={clsx(
          "grid h-9 min-w-9 place-items-center rounded-m border px-1.5 text-m font-[560]",
          mark === null
            ? "border-dashed border-line-strong text-xs"
            : ["border-ink bg-(--tint) text-(--on)", tintOf(dimension, mark)],
        )}
      >
        {mark === null ? "not observed" : markLabel(dimension, mark)}
      </span>
    </span>
  );
}
