import clsx from "clsx";
import type { ReactNode } from "react";

/** A box to tick, or ticked. The word beside it carries the meaning for who cannot see the box. */
export function Box({ ticked, children }: { ticked: boolean; children: ReactNode }) {
  return (
    <span className={clsx("inline-flex items-baseline gap-1 whitespace-nowrap", ticked && "font-[650]")}>
      <span
        aria-hidden
        className="inline-grid size-[1.15em] place-items-center self-center border border-ink leading-none"
      >
        {ticked ? "×" : ""}
      </span>
      {children}
      {ticked && <span className="sr-only">, chosen</span>}
    </span>
  );
}

/** A name with a line to write on, or with what is known. */
export function Blank({ name, children }: { name: string; children?: ReactNode }) {
  return (
    <div className="flex min-w-0 items-baseline gap-1.5">
      <span className="shrink-0 text-soft">{name}</span>
      <span className="min-h-[1.4em] min-w-0 flex-1 truncate border-b border-line-strong font-[560]">
        {children}
      </span>
    </div>
  );
}
