import clsx from "clsx";
import type { ReactNode } from "react";

interface PageProps {
  children: ReactNode;
  /** Reading: one column of text. Wide: tables and comparisons. */
  width?: "reading" | "wide";
}

/** The margins of every page but the cockpit. */
export function Page({ children, width = "wide" }: PageProps) {
  return (
    <div
      className={clsx(
        "mx-auto px-4 pt-6 pb-12 md:px-8 print:max-w-none print:p-0",
        width === "reading" ? "max-w-[56rem]" : "max-w-[88rem]",
      )}
    >
      {children}
    </div>
  );
}
