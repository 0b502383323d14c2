import type { ReactNode } from "react";
import { Wordmark } from "@/components/shell/wordmark";

/** One quiet column: the way in, and what is said on the way. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto min-h-dvh max-w-[44rem] px-4 pt-8 pb-16 md:px-8 md:pt-[10dvh]">
      <header className="mb-10">
        <Wordmark named />
      </header>
      <main id="page">{children}</main>
    </div>
  );
}
