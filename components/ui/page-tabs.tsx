"use client";

import clsx from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";

interface PageTabsProps {
  label: string;
  pages: readonly { href: string; label: string }[];
  isHere: (path: string, href: string) => boolean;
}

/** The pages of one place, side by side; on a phone they scroll, and the chosen one is always in sight. */
export function PageTabs({ label, pages, isHere }: PageTabsProps) {
  const path = usePathname();
  const strip = useRef<HTMLElement>(null);
  const chosen = pages.find(({ href }) => isHere(path, href))?.href;
  useEffect(() => {
    const nav = strip.current;
    const here = chosen === undefined ? null : nav?.querySelector("[aria-current=page]");
    if (!nav || !here) return;
    const [of, at] = [nav.getBoundingClientRect(), here.getBoundingClientRect()];
    nav.scrollLeft += at.left - of.left - (of.width - at.width) / 2;
  }, [chosen]);
  return (
    <nav ref={strip} aria-label={label} className="mb-6 overflow-x-auto border-b border-line">
      <ul className="flex gap-1">
        {pages.map((page) => (
          <li key={page.href}>
            <Link
              href={page.href}
              aria-current={page.href === chosen ? "page" : undefined}
              className={clsx(
                "inline-flex min-h-10 items-center px-3 text-s whitespace-nowrap pointer-coarse:min-h-11",
                page.href === chosen
                  ? "border-b-2 border-accent font-[560] text-accent"
                  : "pb-0.5 text-soft hover:text-ink",
              )}
            >
              {page.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
