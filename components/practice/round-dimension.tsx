import clsx from "clsx";
import { useEffect, useRef } from "react";
import { tintOf } from "@/components/scoring/mark-cells";
import { Button } from "@/components/ui/button";
import type { PracticeRound } from "@/lib/contracts/practice-rounds";
import { anchorOf, type RubricContent } from "@/lib/domain/rubric";
import { type Dimension, markLabel, marksOf } from "@/lib/domain/scale";
import { MarkCell } from "./result-row";
import { RoundNote } from "./round-note";

interface RoundDimensionProps {
  dimension: Dimension;
  rubric: RubricContent;
  revealed: NonNullable<PracticeRound["revealed"]>;
  /** What the round talks about just now. */
  current: boolean;
  /** For the lead: turns everybody here, with a note or without. */
  onTurn?: (note: string | null) => Promise<void>;
}

/** One dimension: who gave which mark on the whole scale, the reference with its reason, and what was heard. */
export function RoundDimension({ dimension, rubric, revealed, current, onTurn }: RoundDimensionProps) {
  const { cards, reference, notes } = revealed;
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (current) place.current?.scrollIntoView({ block: "nearest" });
  }, [current]);
  const { name } = rubric.dimensions[dimension];
  const { mark: right, because } = reference.reference[dimension];
  const heard = cards.flatMap(({ member, evidence }) =>
    evidence.filter((note) => note.dimension === dimension).map((note) => ({ member, note })),
  );
  return (
    <section
      ref={place}
      aria-label={name}
      aria-current={current ? "step" : undefined}
      className={clsx("border-t py-4", current ? "border-t-2 border-accent" : "border-line-strong")}
    >
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <h2 className="max-md:basis-full md:min-w-44">{name}</h2>
        {/* On the scale below the word stands beside the mark, where there is room for it. */}
        <span className="md:hidden">
          <MarkCell caption="reference" dimension={dimension} mark={right} />
        </span>
        {current && <p className="text-s font-[560] text-accent">Talking about this now</p>}
        {onTurn && !current && (
          <Button size="s" className="ml-auto" onClick={() => void onTurn(null)}>
            Talk about {name.toLowerCase()}
          </Button>
        )}
      </div>
      <dl className="mt-3 grid grid-cols-5 gap-2">
        {marksOf(dimension).map((mark) => (
          <div
            key={mark}
            className={clsx("min-w-0 border-t-4 pt-1", mark === right ? "border-accent" : "border-line")}
          >
            <dt
              className="flex items-center gap-1.5 text-s text-soft"
              title={anchorOf(rubric, dimension, mark)}
            >
              <span
                data-tint
                className={clsx(
                  "grid size-7 place-items-center rounded-s border border-line-strong bg-(--tint) font-[560] text-(--on)",
                  tintOf(dimension, mark),
                )}
              >
                {markLabel(dimension, mark)}
              </span>
              {mark === right && <span className="max-md:sr-only">reference</span>}
            </dt>
            {cards
              .filter((card) => card.marks.some((one) => one.dimension === dimension && one.mark === mark))
              .map(({ member }) => (
                <dd key={member.id} className="text-xs break-words md:text-s">
                  {member.name}
                </dd>
              ))}
          </div>
        ))}
      </dl>
      <NotObserved revealed={revealed} dimension={dimension} />
      <p className="mt-3 max-w-[72ch]">{because}</p>
      {heard.map(({ member, note }) => (
        <blockquote key={note.id} className="mt-2 border-l-2 border-line pl-3 font-serif whitespace-pre-wrap">
          <span className="mr-2 font-sans text-xs text-soft">{member.name}</span>
          {note.text}
        </blockquote>
      ))}
      <RoundNote
        name={name}
        note={notes[dimension] ?? ""}
        current={current}
        {...(onTurn ? { onKeep: onTurn } : {})}
      />
    </section>
  );
}

/** Who did not observe it: apart from the scale, because it is not low. */
function NotObserved({ revealed, dimension }: Pick<RoundDimensionProps, "revealed" | "dimension">) {
  const names = revealed.cards
    .filter((card) => card.marks.some((one) => one.dimension === dimension && one.mark === null))
    .map(({ member }) => member.name);
  if (names.length === 0) return null;
  return <p className="mt-2 text-s text-soft">Not observed by {names.join(", ")}</p>;
}
