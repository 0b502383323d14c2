import type { ReactNode } from "react";

interface EmptyStateProps {
  title: string;
  /** Why it is empty. */
  children: ReactNode;
  /** The one next action. */
  action?: ReactNode;
}

/** Says why there is nothing, and offers the one next thing to do. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <section className="border-y border-line py-10">
      <h2>{title}</h2>
      <p className="mt-2 max-w-[60ch] text-soft">{children}</p>
      {action && <div className="mt-5">{action}</div>}
    </section>
  );
}
