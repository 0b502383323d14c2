"use client";

import clsx from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { isAt, type Place } from "./places";
import { Wordmark } from "./wordmark";

interface RailProps {
  places: readonly Place[];
  home: string;
  /** The account menu and the palette's button. */
  foot: ReactNode;
}

/** The way about: a rail at the left on a desk, a bar at the bottom on a phone. */
export function Rail({ places, home, foot }: RailProps) {
  const path = usePathname();
  return (
    <nav
      aria-label="Main"
      className={clsx(
        "z-30 border-line bg-paper max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:border-t md:border-r",
      )}
    >
      <div className="flex h-(--bottom-bar) pb-[env(safe-area-inset-bottom)] md:sticky md:top-0 md:h-dvh md:flex-col md:items-center md:pt-4 md:pb-3">
        <Link href={home} aria-label="Plumbline, home" className="mb-4 hidden md:block">
          <Wordmark />
        </Link>
        <ul className="contents md:flex md:flex-col md:gap-1">
          {places.map((place) => (
            <li
              key={place.href}
              className={clsx("flex flex-1 md:flex-none", place.href === "/settings" && "max-md:hidden")}
            >
              <RailLink place={place} here={isAt(path, place.href)} />
            </li>
          ))}
        </ul>
        <div className="flex flex-1 items-stretch md:mt-auto md:flex-none md:flex-col md:items-center md:gap-2">
          {foot}
        </div>
      </div>
    </nav>
  );
}

function RailLink({ place, here }: { place: Place; here: boolean }) {
  const Icon = place.icon;
  return (
    <Link
      href={place.href}
      aria-current={here ? "page" : undefined}
      className={clsx(
        "flex flex-1 flex-col items-center justify-center gap-1 text-xs tracking-[-0.01em]",
        "md:min-h-8 md:w-[72px] md:flex-none md:rounded-m pointer-coarse:md:min-h-11",
        here ? "font-[600] text-accent md:bg-accent-wash" : "text-soft hover:text-ink md:hover:bg-sunk",
      )}
    >
      <Icon aria-hidden strokeWidth={1.5} className="size-5 md:hidden" />
      <span className="max-[359px]:sr-only">{place.label}</span>
    </Link>
  );
}
