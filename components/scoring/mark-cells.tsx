import clsx from "clsx";
import { type KeyboardEvent, memo, type RefObject, useId } from "react";
import { anchorOf, type RubricContent } from "@/lib/domain/rubric";
import {
  type Dimension,
  isBipolar,
  type Mark,
  markLabel,
  marksOf,
  type RatingValue,
} from "@/lib/domain/scale";

/** A mark's own tint and the ink that can be read on it, as classes: a strict style policy blocks style attributes. */
const TINT: Record<"level" | "position", Record<string, string>> = {
  level: {
    "1": "[--tint:var(--level-1)] [--on:var(--level-1-ink)]",
    "2": "[--tint:var(--level-2)] [--on:var(--level-2-ink)]",
    "3": "[--tint:var(--level-3)] [--on:var(--level-3-ink)]",
    "4": "[--tint:var(--level-4)] [--on:var(--level-4-ink)]",
    "5": "[--tint:var(--level-5)] [--on:var(--level-5-ink)]",
  },
  position: {
    "-2": "[--tint:var(--cal--2)] [--on:var(--cal--2-ink)]",
    "-1": "[--tint:var(--cal--1)] [--on:var(--cal--1-ink)]",
    "0": "[--tint:var(--cal-0)] [--on:var(--cal-0-ink)]",
    "1": "[--tint:var(--cal-1)] [--on:var(--cal-1-ink)]",
    "2": "[--tint:var(--cal-2)] [--on:var(--cal-2-ink)]",
  },
};

/** The classes that give an element `--tint` and `--on` of one mark. */
export function tintOf(dimension: Dimension, mark: Mark): string {
  return TINT[isBipolar(dimension) ? "position" : "level"][String(mark)] ?? "";
}

const CELL = clsx(
  "relative grid h-11 w-full place-items-center md:min-w-11 rounded-m border border-line-strong bg-sheet font-[560] select-none",
  "after:absolute after:inset-x-[5px] after:bottom-1 after:h-[3px] after:rounded-[2px] after:bg-(--tint) after:content-['']",
  "hover:border-ink has-checked:border-ink has-checked:bg-(--tint) has-checked:text-(--on) has-checked:ring-1 has-checked:ring-ink",
  "has-checked:after:hidden has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
  "forced-colors:has-checked:bg-[Highlight] forced-colors:has-checked:text-[HighlightText] forced-colors:has-checked:forced-color-adjust-none",
);

interface MarkCellsProps {
  dimension: Dimension;
  rubric: RubricContent;
  value: RatingValue | undefined;
  /** Where J and K land: the group itself, so that no level is favoured by being focused first. */
  groupRef: RefObject<HTMLFieldSetElement | null>;
  describedBy: string;
  onRate: (value: RatingValue | null) => void;
  /** The cell under the pointer or focus; null when it leaves. */
  onLook: (mark: Mark | null) => void;
}

/** Five native radios and *Not observed*. Nothing is chosen until somebody chooses; wheel and drag do nothing. */
export const MarkCells = memo(function MarkCells(props: MarkCellsProps) {
  const { dimension, rubric, value, groupRef, describedBy, onRate, onLook } = props;
  const name = useId();
  const marks = marksOf(dimension);
  const notObserved = value?.state === "not-observed";
  return (
    <fieldset
      ref={groupRef}
      tabIndex={-1}
      aria-describedby={describedBy}
      onKeyDown={walkCells}
      className="scroll-my-32 rounded-m outline-offset-4 focus-visible:outline-1 focus-visible:outline-line-strong focus-visible:outline-dashed"
    >
      <legend className="sr-only">{rubric.dimensions[dimension].name}</legend>
      <div className="flex items-start gap-1.5 max-[359px]:flex-wrap">
        <div className="relative min-w-0 flex-1 max-[359px]:basis-full lg:w-[244px] lg:flex-none">
          <div className="grid grid-cols-5 gap-1.5">
            {marks.map((mark) => (
              <label
                key={mark}
                onPointerEnter={() => onLook(mark)}
                onPointerLeave={() => onLook(null)}
                className={clsx(CELL, tintOf(dimension, mark), isBipolar(dimension) && mark === 0 && CENTRE)}
              >
                <input
                  type="radio"
                  name={name}
                  value={mark}
                  checked={value?.state === "observed" && value.mark === mark}
                  aria-label={`${markLabel(dimension, mark)}: ${anchorOf(rubric, dimension, mark)}`}
                  onChange={() => onRate({ state: "observed", mark })}
                  onFocus={() => onLook(mark)}
                  onBlur={() => onLook(null)}
                  className="absolute inset-0 m-0 cursor-pointer opacity-0"
                />
                <span aria-hidden>{markLabel(dimension, mark)}</span>
              </label>
            ))}
          </div>
          {isBipolar(dimension) && <Poles {...rubric.poles} />}
        </div>
        <label
          className={clsx(
            "relative grid h-11 w-[62px] shrink-0 place-items-center rounded-m border border-dashed border-line-strong px-1 text-center text-xs text-soft max-[359px]:ml-0 max-[359px]:w-full",
            "ml-1 leading-[1.15] hover:border-ink hover:text-ink has-checked:border-solid has-checked:border-ink has-checked:bg-ink has-checked:text-paper",
            "has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
            "forced-colors:has-checked:bg-[Highlight] forced-colors:has-checked:text-[HighlightText] forced-colors:has-checked:forced-color-adjust-none",
          )}
        >
          <input
            type="checkbox"
            checked={notObserved}
            onChange={() => onRate(notObserved ? null : { state: "not-observed" })}
            className="absolute inset-0 m-0 cursor-pointer opacity-0"
          />
          Not observed
        </label>
      </div>
    </fieldset>
  );
});

/** The centre is where the plumb line hangs: heavier, with a tick above. */
const CENTRE =
  "border-2 border-ink before:absolute before:-top-2 before:left-1/2 before:h-[7px] before:w-px before:bg-ink before:content-['']";

function Poles({ low, high }: RubricContent["poles"]) {
  return (
    <div aria-hidden className="mt-1 flex justify-between text-xs text-soft">
      <span>◀ {low}</span>
      <span>{high} ▶</span>
    </div>
  );
}

/** Left and right walk the five cells and stop at the ends: past −2 there is no +2. */
function walkCells(event: KeyboardEvent<HTMLFieldSetElement>): void {
  if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
  event.preventDefault();
  const cells = [...event.currentTarget.querySelectorAll<HTMLInputElement>("input[type=radio]")];
  const at = cells.findIndex((cell) => cell.matches(":focus"));
  const step = event.key === "ArrowRight" ? 1 : -1;
  if (at === -1) (cells.find((cell) => cell.checked) ?? cells.at(step === 1 ? 0 : -1))?.focus();
  else {
    const next = cells[at + step];
    next?.focus();
    next?.click();
  }
}
