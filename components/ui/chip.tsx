import clsx from "clsx";
import type { InputHTMLAttributes, ReactNode } from "react";

interface ChipProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "type" | "size"> {
  kind: "radio" | "checkbox";
  children: ReactNode;
}

/** One tap of a choice: a native radio or checkbox under a label that is the whole target. */
export function Chip({ kind, children, className, ...input }: ChipProps) {
  return (
    <label
      className={clsx(
        "relative inline-flex min-h-7 min-w-6 items-center justify-center rounded-[6px] border border-line-strong px-2 text-xs text-soft",
        "pointer-coarse:min-h-11 pointer-coarse:min-w-11 pointer-coarse:px-3 pointer-coarse:text-s",
        "hover:text-ink has-checked:border-ink has-checked:bg-ink has-checked:text-paper",
        "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
        "has-disabled:opacity-60 forced-colors:has-checked:bg-[Highlight] forced-colors:has-checked:text-[HighlightText] forced-colors:has-checked:forced-color-adjust-none",
        className,
      )}
    >
      <input type={kind} className="absolute inset-0 cursor-pointer opacity-0" {...input} />
      {children}
    </label>
  );
}

interface ChipGroupProps<Value extends string> {
  legend: string;
  /** Hides the legend from the eye when a visible label already stands beside. */
  legendHidden?: boolean;
  name: string;
  options: readonly { value: Value; label: string }[];
  value: Value | null;
  onChange: (value: Value | null) => void;
  /** Choosing the chosen one again takes the answer back. */
  clearable?: boolean;
  disabled?: boolean;
  className?: string;
}

/** A fieldset of radios as chips. Nothing is chosen until somebody chooses. */
export function ChipGroup<Value extends string>(props: ChipGroupProps<Value>) {
  const {
    legend,
    legendHidden = false,
    name,
    options,
    value,
    onChange,
    clearable = false,
    className,
  } = props;
  return (
    <fieldset className={className} disabled={props.disabled ?? false}>
      <legend className={legendHidden ? "sr-only" : "mb-2 text-s text-soft"}>{legend}</legend>
      <div className="flex flex-wrap gap-1 pointer-coarse:gap-2">
        {options.map((option) => (
          <Chip
            key={option.value}
            kind="radio"
            name={name}
            value={option.value}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
            onClick={() => clearable && value === option.value && onChange(null)}
            onKeyDown={(event) => {
              if (!clearable || (event.key !== "Backspace" && event.key !== "Delete")) return;
              event.preventDefault();
              onChange(null);
            }}
          >
            {option.label}
          </Chip>
        ))}
      </div>
    </fieldset>
  );
}
