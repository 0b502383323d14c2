import clsx from "clsx";
import type { ButtonHTMLAttributes } from "react";

export type ButtonLook = "primary" | "plain" | "quiet" | "warn";
export type ButtonSize = "m" | "s";

const LOOK: Record<ButtonLook, string> = {
  primary: "border-accent bg-accent font-[560] text-accent-ink hover:opacity-90",
  plain: "border-line bg-sheet text-ink hover:border-line-strong hover:bg-sunk",
  quiet: "border-transparent bg-transparent text-soft hover:bg-sunk hover:text-ink",
  warn: "border-warn bg-sheet text-warn hover:bg-warn-wash",
};

const SIZE: Record<ButtonSize, string> = {
  m: "min-h-10 px-4 text-m pointer-coarse:min-h-11",
  s: "min-h-8 px-3 text-s pointer-coarse:min-h-11",
};

/** The classes of a button, for whatever element has to look like one. */
export function buttonClass(look: ButtonLook = "plain", size: ButtonSize = "m"): string {
  return clsx(
    "inline-flex items-center justify-center gap-2 rounded-m border whitespace-nowrap transition-colors select-none",
    "disabled:opacity-60 aria-disabled:opacity-60",
    LOOK[look],
    SIZE[size],
  );
}

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: ButtonLook;
  size?: ButtonSize;
}

/** A native button; `type="button"` unless it submits a form. One primary a screen. */
export function Button({ look = "plain", size = "m", type = "button", className, ...rest }: ButtonProps) {
  return <button type={type} className={clsx(buttonClass(look, size), className)} {...rest} />;
}
