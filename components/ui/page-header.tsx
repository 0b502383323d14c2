import type { ReactNode } from "react";

interface PageHeaderProps {
  /** States the finding where there is one. */
  title: string;
  /** One small line above: opening, rubric version, how many scorecards are in. */
  above?: ReactNode;
  /** One sentence below, where the title needs it. */
  below?: ReactNode;
  /** At most one primary. */
  actions?: ReactNode;
  /** The title is somebody's name: blurred on a screen that is shared. */
  names?: boolean;
}

/** The head of a page: what it is about, what it says, what you can do. */
export function PageHeader({ title, above, below, actions, names }: PageHeaderProps) {
  return (
    <header className="mb-6 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
      <div className="min-w-0">
        {above && <div className="mb-1 text-s text-soft">{above}</div>}
        <h1 data-name={names ? "" : undefined} className="max-w-[56ch]">
          {title}
        </h1>
        {below && <p className="mt-2 max-w-[72ch] text-soft">{below}</p>}
      </div>
      {actions && (
        <div data-print="no" className="flex flex-wrap gap-2">
          {actions}
        </div>
      )}
    </header>
  );
}
