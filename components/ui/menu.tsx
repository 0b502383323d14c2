"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { Check, ChevronDown } from "lucide-react";
import { type ComponentProps, type ReactNode, useRef } from "react";
import { buttonClass } from "./button";

export const MENU_ITEM =
  "flex min-h-8 w-full cursor-pointer items-center justify-between gap-4 rounded-[6px] px-3 text-s no-underline outline-none " +
  "data-highlighted:bg-accent-wash data-highlighted:text-accent data-disabled:text-faint pointer-coarse:min-h-11";

/** A button that opens a short list of things to do or to choose. */
export function Menu({ label, children }: { label: string; children: ReactNode }) {
  // Opens beside its button, so that everything on the page stands in a landmark.
  const place = useRef<HTMLSpanElement>(null);
  return (
    <span className="inline-flex">
      <Base.Root>
        <Base.Trigger className={buttonClass("plain", "s")}>
          {label}
          <ChevronDown aria-hidden className="-mr-1 size-4 text-soft" />
        </Base.Trigger>
        <span ref={place} className="contents" />
        <Base.Portal container={place}>
          <Base.Positioner align="end" sideOffset={6} collisionPadding={8} className="z-40">
            <Base.Popup className="max-h-[70dvh] w-64 max-w-[calc(100vw-1rem)] overflow-y-auto rounded-m border border-line-strong bg-sheet p-1 text-ink outline-none">
              {children}
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </span>
  );
}

/** One thing to do. */
export function MenuItem(props: ComponentProps<typeof Base.Item>) {
  return <Base.Item className={MENU_ITEM} {...props} />;
}

/** A hairline between two kinds of things. */
export function MenuLine() {
  return <Base.Separator className="my-1 border-t border-line" />;
}

/** Small words above or between the items. */
export function MenuNote({ children }: { children: ReactNode }) {
  return <p className="px-3 py-1.5 text-xs text-soft">{children}</p>;
}

interface MenuCheckProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
}

/** One of several that may be on together; the menu stays open. */
export function MenuCheck({ checked, onChange, children }: MenuCheckProps) {
  return (
    <Base.CheckboxItem
      checked={checked}
      onCheckedChange={(now) => onChange(now)}
      closeOnClick={false}
      className={MENU_ITEM}
    >
      {children}
      <Base.CheckboxItemIndicator>
        <Check aria-hidden className="size-4" />
      </Base.CheckboxItemIndicator>
    </Base.CheckboxItem>
  );
}

/** A file to fetch. */
export function MenuLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Base.LinkItem href={href} download closeOnClick className={MENU_ITEM}>
      {children}
    </Base.LinkItem>
  );
}
