"use client";

import { Dialog } from "@/components/ui/dialog";
import { Keys } from "@/components/ui/kbd";
import { TextLink } from "@/components/ui/link-button";
import { type ShortcutList, useShortcutLists } from "./shortcuts";
import { useSingleKeys } from "./single-keys";

const EVERYWHERE: ShortcutList = {
  title: "Everywhere",
  shortcuts: [
    { keys: ["Ctrl", "K"], does: "Go to a page, a candidate or an action (⌘ K on a Mac)" },
    { keys: ["?"], does: "This list" },
  ],
};

interface ShortcutSheetProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Every key that works on the page behind it. */
export function ShortcutSheet({ open, onOpenChange }: ShortcutSheetProps) {
  const lists = [...useShortcutLists(), EVERYWHERE];
  const on = useSingleKeys();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Keyboard shortcuts"
      description={
        <>
          Shortcuts of one key are {on ? "on" : "off"}.{" "}
          <TextLink href="/settings" onClick={() => onOpenChange(false)}>
            Change this
          </TextLink>
        </>
      }
    >
      {lists.map((list) => (
        <section key={list.title} className="mb-5 last:mb-0">
          <h3 className="mb-1">{list.title}</h3>
          <dl className="text-s">
            {list.shortcuts.map((shortcut) => (
              <div
                key={shortcut.does}
                className="flex items-baseline justify-between gap-4 border-b border-line py-1.5 last:border-b-0"
              >
                <dt className="order-2 shrink-0">
                  <Keys keys={shortcut.keys} />
                </dt>
                <dd className="text-soft">{shortcut.does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
