import clsx from "clsx";
import { ChevronDown } from "lucide-react";
import { type SelectHTMLAttributes, useId } from "react";

interface SelectProps extends Omit<SelectHTMLAttributes<HTMLSelectElement>, "size"> {
  label: string;
  /** Hides the label from the eye, never from a screen reader. */
  labelHidden?: boolean;
  options: readonly { value: string; label: string }[];
}

/** A native select: the platform's own list on a phone, type-ahead on a desk. */
export function Select({ label, labelHidden = false, options, className, ...select }: SelectProps) {
  const id = useId();
  return (
    <div className={className}>
      <label htmlFor={id} className={labelHidden ? "sr-only" : "mb-1 block text-s font-[560]"}>
        {label}
      </label>
      <div className="relative">
        <select
          id={id}
          className={clsx(
            "h-10 w-full appearance-none truncate rounded-m border border-line-strong bg-sheet pr-9 pl-3 text-m",
            "pointer-coarse:h-11",
          )}
          {...select}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden
          className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-soft"
        />
      </div>
    </div>
  );
}
