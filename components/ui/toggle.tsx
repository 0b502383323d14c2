import clsx from "clsx";
import type { InputHTMLAttributes, ReactNode } from "react";

interface ToggleProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "type" | "role"> {
  children: ReactNode;
  /** Warn: being on is a thing to look at (a trap), not a setting. */
  tone?: "accent" | "warn";
}

/** On or off, at once: a native checkbox with `role="switch"`, its label the whole row. */
export function Toggle({ children, tone = "accent", className, ...input }: ToggleProps) {
  return (
    <label
      className={clsx(
        "flex min-h-8 items-center justify-between gap-3 text-s pointer-coarse:min-h-11",
        tone === "warn" && "has-checked:font-[560] has-checked:text-warn",
        "has-disabled:opacity-60",
        className,
      )}
    >
      {children}
      <input
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox tells its own checked state
        role="switch"
        className={clsx(
          "relative h-4 w-7 shrink-0 appearance-none rounded-full border border-line-strong bg-transparent",
          "before:absolute before:top-0.5 before:left-0.5 before:size-2.5 before:rounded-full before:bg-line-strong",
          "before:transition-transform before:content-[''] checked:before:translate-x-3",
          tone === "warn"
            ? "checked:border-warn checked:bg-warn checked:before:bg-warn-ink"
            : "checked:border-accent checked:bg-accent checked:before:bg-accent-ink",
          "forced-colors:appearance-auto forced-colors:before:hidden",
        )}
        {...input}
      />
    </label>
  );
}
