"use client";

import clsx from "clsx";

interface ViewSwitchProps<View extends string> {
  label: string;
  options: readonly View[];
  labels: Record<View, string>;
  value: View;
  onChange: (view: View) => void;
}

/** One of a few ways to look at the same thing: buttons in one frame, the present one pressed. */
export function ViewSwitch<View extends string>(props: ViewSwitchProps<View>) {
  const { label, options, labels, value, onChange } = props;
  return (
    <fieldset>
      <legend className="sr-only">{label}</legend>
      <div className="inline-flex min-h-8 rounded-m border border-line bg-sheet pointer-coarse:min-h-11">
        {options.map((option) => (
          <button
            key={option}
            type="button"
            aria-pressed={option === value}
            onClick={() => onChange(option)}
            className={clsx(
              "border-r border-line px-3 text-s first:rounded-l-[7px] last:rounded-r-[7px] last:border-r-0",
              option === value ? "bg-ink text-paper" : "text-soft hover:bg-sunk hover:text-ink",
              "forced-colors:aria-pressed:bg-[Highlight] forced-colors:aria-pressed:text-[HighlightText]",
            )}
          >
            {labels[option]}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
