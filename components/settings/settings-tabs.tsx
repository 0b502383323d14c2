"use client";

import clsx from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { isAt, settingsFor } from "@/components/shell/places";
import type { Role } from "@/lib/domain/roles";

/** The pages under Settings that this member's roles need. */
export function SettingsTabs({ roles }: { roles: readonly Role[] }) {
  const path = usePathname();
  // Every page stands below /settings, which is a page itself.
  const isHere = (href: string) => (href === "/settings" ? path === href : isAt(path, href));
  return (
    <nav aria-label="Settings" className="mb-6 overflow-x-auto border-b border-line">
      <ul className="flex gap-1">
        {settingsFor(roles).map((page) => (
          <li key={page.href}>
            <Link
              href={page.href}
              aria-current={isHere(page.href) ? "page" : undefined}
              className={clsx(
                "inline-flex min-h-10 items-center px-3 text-s whitespace-nowrap pointer-coarse:min-h-11",
                isHere(page.href)
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
