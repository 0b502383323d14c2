import clsx from "clsx";
import type { ReactNode } from "react";

/** A key as it is printed on the keyboard. */
export function Kbd({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <kbd
      className={clsx(
        "inline-grid min-w-5 place-items-center rounded-s border border-b-2 border-line bg-sheet px-1 py-0.5",
        "font-sans text-xs leading-none text-soft",
        className,
      )}
    >
      {children}
    </kbd>
  );
}

/** Keys pressed together or one after the other: `<Keys keys={["X", "1"]} />`. */
export function Keys({ keys }: { keys: readonly string[] }) {
  return (
    <span className="inline-flex gap-1">
      {keys.map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
    </span>
  );
}
