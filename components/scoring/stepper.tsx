import clsx from "clsx";
import { memo } from "react";
import type { RubricContent } from "@/lib/domain/rubric";
import { DIMENSIONS, type Dimension, markLabel } from "@/lib/domain/scale";
import type { ScorecardContent } from "@/lib/domain/scorecard";
import { tintOf } from "./mark-cells";
import { ratingWords } from "./words";

interface StepperProps {
  ratings: ScorecardContent["ratings"];
  rubric: RubricContent;
  active: Dimension;
  onGoTo: (dimension: Dimension) => void;
}

/** On a phone: the five dimensions with what you said of each, always in reach of the thumb. */
export const Stepper = memo(function Stepper({ ratings, rubric, active, onGoTo }: StepperProps) {
  return (
    <nav aria-label="Dimensions" className="grid grid-cols-5 md:hidden">
      {DIMENSIONS.map((dimension) => {
        const value = ratings[dimension];
        const name = rubric.dimensions[dimension].name;
        return (
          <button
            key={dimension}
            type="button"
            aria-current={active === dimension ? "step" : undefined}
            aria-label={`${name}: ${ratingWords(dimension, value)}`}
            onClick={() => onGoTo(dimension)}
            className="flex min-h-12 min-w-0 flex-col items-center justify-center gap-1 text-[0.6875rem] text-soft max-[374px]:tracking-tighter aria-[current]:text-ink"
          >
            <span
              aria-hidden
              className={clsx(
                "grid h-5 min-w-7 place-items-center rounded-s border px-1 text-xs leading-none font-[600]",
                value?.state === "observed"
                  ? ["border-ink bg-(--tint) text-(--on)", tintOf(dimension, value.mark)]
                  : value
                    ? "border-ink bg-ink text-paper"
                    : "border-line-strong text-faint",
              )}
            >
              {value?.state === "observed" ? markLabel(dimension, value.mark) : value ? "n/o" : "–"}
            </span>
            <span
              aria-hidden
              className={clsx("max-w-full truncate", active === dimension && "underline underline-offset-2")}
            >
              {shortName(name)}
            </span>
          </button>
        );
      })}
    </nav>
  );
});

/** The last word carries the name: "Moment of noticing" is "Noticing". */
function shortName(name: string): string {
  const word = name.split(" ").at(-1) ?? name;
  return word.charAt(0).toUpperCase() + word.slice(1);
}
