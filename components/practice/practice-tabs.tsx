"use client";

import clsx from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { practiceFor } from "@/components/shell/places";
import type { Role } from "@/lib/domain/roles";

/** The pages under Practice that these roles need. */
export function PracticeTabs({ roles }: { roles: readonly Role[] }) {
  const path = usePathname();
  return (
    <nav aria-label="Practice" className="mb-6 overflow-x-auto border-b border-line">
      <ul className="flex gap-1">
        {practiceFor(roles).map(({ href, label }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={path === href ? "page" : undefined}
              className={clsx(
                "inline-flex min-h-10 items-center px-3 text-s whitespace-nowrap pointer-coarse:min-h-11",
                path === href
                  ? "border-b-2 border-accent font-[560] text-accent"
                  : "pb-0.5 text-soft hover:text-ink",
              )}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
