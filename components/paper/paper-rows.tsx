import clsx from "clsx";
import { clockText } from "@/lib/domain/beats";
import { anchorOf, type RubricContent } from "@/lib/domain/rubric";
import { DIMENSIONS, type Dimension, isBipolar, isExtreme, markLabel, marksOf } from "@/lib/domain/scale";
import type { ScorecardContent } from "@/lib/domain/scorecard";
import { Box } from "./ink";

/** The five dimensions with every anchor printed; on a filled card the chosen cell is inked. */
export function PaperRows({ rubric, card }: { rubric: RubricContent; card: ScorecardContent | null }) {
  return DIMENSIONS.map((dimension) => (
    <section
      key={dimension}
      className={clsx("flex flex-col border-t border-ink pt-1.5 pb-2", !card && "flex-1")}
    >
      <div className="flex items-baseline justify-between gap-4">
        <h2 className="text-[1.2em] leading-tight">
          {rubric.dimensions[dimension].name}
          <span className="ml-2 font-sans text-[0.72em] font-normal tracking-normal text-soft">
            {isBipolar(dimension)
              ? `◀ ${rubric.poles.low} · ${rubric.poles.high} ▶`
              : rubric.dimensions[dimension].hint}
          </span>
        </h2>
        <Box ticked={card?.ratings[dimension]?.state === "not-observed"}>Not observed</Box>
      </div>
      <Anchors dimension={dimension} rubric={rubric} card={card} />
      {card ? <Notes dimension={dimension} card={card} /> : <Lines />}
    </section>
  ));
}

function Anchors({
  dimension,
  rubric,
  card,
}: {
  dimension: Dimension;
  rubric: RubricContent;
  card: ScorecardContent | null;
}) {
  const rating = card?.ratings[dimension];
  return (
    <ol className="mt-1 grid grid-cols-5 gap-x-2.5">
      {marksOf(dimension).map((mark) => {
        const chosen = rating?.state === "observed" && rating.mark === mark;
        return (
          <li key={mark} className="flex gap-1.5">
            <span
              className={clsx(
                "grid h-[1.7em] w-[2em] shrink-0 place-items-center rounded-[3px] border font-[650]",
                chosen ? "border-ink bg-ink text-paper" : "border-ink",
                isBipolar(dimension) && mark === 0 && "border-2",
              )}
            >
              {markLabel(dimension, mark)}
            </span>
            <span className={clsx("text-[0.88em] leading-[1.25]", chosen ? "font-[560]" : "text-soft")}>
              {anchorOf(rubric, dimension, mark)}
              {isExtreme(dimension, mark) && !card && <span aria-hidden> *</span>}
              {chosen && <span className="sr-only">, chosen</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function Notes({ dimension, card }: { dimension: Dimension; card: ScorecardContent }) {
  const notes = card.evidence
    .filter((note) => note.dimension === dimension && note.text.trim() !== "")
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  if (notes.length === 0) return <p className="mt-1.5 text-soft">No evidence noted.</p>;
  return (
    <ul className="mt-1.5 space-y-0.5 border-l-2 border-line-strong pl-2.5 font-serif text-[1.08em] leading-[1.35]">
      {notes.map((note) => (
        <li key={note.id} className="whitespace-pre-wrap">
          {note.atMs !== null && (
            <span className="mr-1.5 font-sans text-[0.8em] text-soft">{clockText(note.atMs)}</span>
          )}
          {note.text}
        </li>
      ))}
    </ul>
  );
}

/** Two ruled lines for what was said, and room between them for a hand. */
function Lines() {
  return (
    <div aria-hidden className="mt-1 flex min-h-[3.6em] flex-1 flex-col">
      <span className="flex-1 border-b border-line" />
      <span className="flex-1 border-b border-line" />
    </div>
  );
}
