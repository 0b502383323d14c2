import clsx from "clsx";
import { Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

interface NoticeProps {
  title: string;
  children?: ReactNode;
  tone?: "plain" | "warn";
  /** Read out at once: for what went wrong just now. */
  live?: boolean;
  action?: ReactNode;
}

/** What happened, that nothing was lost (when true), and what to do. */
export function Notice({ title, children, tone = "plain", live = false, action }: NoticeProps) {
  const Icon = tone === "warn" ? TriangleAlert : Info;
  return (
    <div
      role={live ? "alert" : undefined}
      className={clsx(
        "flex gap-3 rounded-m border px-4 py-3 text-s",
        tone === "warn" ? "border-warn bg-warn-wash" : "border-line bg-sunk",
      )}
    >
      <Icon aria-hidden className={clsx("mt-0.5 size-4 shrink-0", tone === "warn" && "text-warn")} />
      <div className="min-w-0 flex-1">
        <p className={clsx("font-[560]", tone === "warn" && "text-warn")}>{title}</p>
        {children && <div className="mt-1 max-w-[72ch] text-soft">{children}</div>}
        {action && <div className="mt-3">{action}</div>}
      </div>
    </div>
  );
}
