"use client";

import { Dialog } from "@base-ui/react/dialog";
import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { useTheme } from "next-themes";
import { type ReactNode, useRef, useState } from "react";
import { Keys } from "@/components/ui/kbd";
import type { Role } from "@/lib/domain/roles";
import { usePaletteEntries } from "./palette-entries";
import { FURTHER_PAGES, placesFor, practiceFor, settingsFor } from "./places";
import { useShortcutLists } from "./shortcuts";
import { THEMES } from "./theme-choice";

interface CommandPaletteProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  roles: readonly Role[];
  onShortcuts: () => void;
  onSignOut: () => void;
}

/** Every page, candidate and action, found by typing a few letters. */
export function CommandPalette({ open, onOpenChange, roles, onShortcuts, onSignOut }: CommandPaletteProps) {
  const router = useRouter();
  const { setTheme } = useTheme();
  const [typed, setTyped] = useState("");
  const { interviews, candidates, problem } = usePaletteEntries(open, roles, typed);
  const lists = useShortcutLists();
  // Run once the palette is gone and the focus is back where it was: some deeds move it on from there.
  const afterwards = useRef<(() => void) | null>(null);
  const then = (act: () => void) => () => {
    afterwards.current = act;
    onOpenChange(false);
  };
  const onClosed = (stillOpen: boolean) => {
    if (stillOpen) return;
    setTyped("");
    afterwards.current?.();
    afterwards.current = null;
  };
  const go = (href: string) => then(() => router.push(href));
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange} onOpenChangeComplete={onClosed}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-[rgb(0_0_0/0.35)]" />
        <Dialog.Popup className="fixed inset-x-2 top-2 z-50 overflow-hidden rounded-m border border-line-strong bg-sheet sm:inset-x-auto sm:top-[12dvh] sm:left-1/2 sm:w-[36rem] sm:-translate-x-1/2">
          <Dialog.Title className="sr-only">Go to</Dialog.Title>
          <Command label="Go to a page, a candidate or an action" loop filter={matches}>
            <Command.Input
              value={typed}
              onValueChange={setTyped}
              placeholder="A page, a candidate, an action"
              className="h-12 w-full border-b border-line bg-transparent px-4 text-m outline-none placeholder:text-faint placeholder:italic"
            />
            <Command.List className="max-h-[60dvh] overflow-y-auto p-1" label="Results">
              <Command.Empty className="px-3 py-6 text-s text-soft">
                Nothing by that name. Try fewer letters.
              </Command.Empty>
              {problem && <p className="px-3 py-2 text-s text-warn">{problem}</p>}
              {lists.map((list) => (
                <Group key={list.title} heading={list.title}>
                  {list.shortcuts.map(
                    ({ keys, does, run }) =>
                      run && (
                        <Item key={does} id={does} about={<Keys keys={keys} />} onSelect={then(run)}>
                          {does}
                        </Item>
                      ),
                  )}
                </Group>
              ))}
              <Group heading="Pages">
                {placesFor(roles).map((place) => (
                  <Item key={place.href} id={place.href} about={place.about} onSelect={go(place.href)}>
                    {place.label}
                  </Item>
                ))}
                {pagesBelow(roles).map((page) => (
                  <Item key={page.href} id={page.href} about={page.about} onSelect={go(page.href)}>
                    {page.label}
                  </Item>
                ))}
              </Group>
              {interviews.length > 0 && (
                <Group heading="Your interviews">
                  {interviews.map((entry) => (
                    <Item key={entry.id} id={entry.id} about={entry.about} names onSelect={go(entry.href)}>
                      {entry.label}
                    </Item>
                  ))}
                </Group>
              )}
              {candidates.length > 0 && (
                <Group heading="Candidates">
                  {candidates.map((entry) => (
                    <Item key={entry.id} id={entry.id} about={entry.about} names onSelect={go(entry.href)}>
                      {entry.label}
                    </Item>
                  ))}
                </Group>
              )}
              <Group heading="Actions">
                {THEMES.map((theme) => (
                  <Item
                    key={theme.value}
                    id={`theme-${theme.value}`}
                    about="Theme"
                    onSelect={then(() => setTheme(theme.value))}
                  >
                    {theme.label}
                  </Item>
                ))}
                <Item id="shortcuts" about={<Keys keys={["?"]} />} onSelect={then(onShortcuts)}>
                  Keyboard shortcuts
                </Item>
                <Item id="sign-out" onSelect={then(onSignOut)}>
                  Sign out
                </Item>
              </Group>
            </Command.List>
          </Command>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** What lies behind the rail's places; a place's own first tab is the place itself. */
function pagesBelow(roles: readonly Role[]): readonly { href: string; label: string; about: string }[] {
  return [
    ...practiceFor(roles)
      .slice(1)
      .map((page) => ({ ...page, about: "Practice" })),
    ...settingsFor(roles)
      .slice(1)
      .map((page) => ({ ...page, about: "Settings" })),
    ...FURTHER_PAGES,
  ];
}

/** Every word typed stands somewhere in the entry, accents or not; ids are never searched. */
function matches(_id: string, typed: string, words: string[] = []): number {
  const entry = plain(words.join(" "));
  return plain(typed)
    .split(/\s+/)
    .every((word) => entry.includes(word))
    ? 1
    : 0;
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}

function Group({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-3 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-[560] [&_[cmdk-group-heading]]:text-soft"
    >
      {children}
    </Command.Group>
  );
}

interface ItemProps {
  id: string;
  about?: ReactNode;
  /** A person's name: blurred while names are (hidden-names). */
  names?: boolean;
  onSelect: () => void;
  children: string;
}

function Item({ id, about, names = false, onSelect, children }: ItemProps) {
  const keywords = typeof about === "string" ? [children, about] : [children];
  return (
    <Command.Item
      value={id}
      keywords={keywords}
      onSelect={onSelect}
      className="flex min-h-9 items-center justify-between gap-4 rounded-[6px] px-3 text-m data-[selected=true]:bg-accent-wash data-[selected=true]:text-accent pointer-coarse:min-h-11"
    >
      {names ? <span data-name>{children}</span> : children}
      <span className="truncate text-s text-soft">{about}</span>
    </Command.Item>
  );
}
