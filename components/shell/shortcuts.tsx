"use client";

import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react";

/** One line of the shortcuts sheet. */
export interface Shortcut {
  keys: readonly string[];
  does: string;
  /** Also offered in the command palette, which runs this. */
  run?: () => void;
}

/** Shortcuts of one page, under a heading. */
export interface ShortcutList {
  title: string;
  shortcuts: readonly Shortcut[];
}

interface ShortcutRegistry {
  lists: readonly ShortcutList[];
  add: (list: ShortcutList) => () => void;
}

const Registry = createContext<ShortcutRegistry>({ lists: [], add: () => () => undefined });

/** Keeps what the pages on screen have told about their keys; the `?` sheet reads it. */
export function ShortcutProvider({ children }: { children: ReactNode }) {
  const [lists, setLists] = useState<readonly ShortcutList[]>([]);
  const registry = useMemo<ShortcutRegistry>(
    () => ({
      lists,
      add: (list) => {
        setLists((present) => [...present, list]);
        return () => setLists((present) => present.filter((other) => other !== list));
      },
    }),
    [lists],
  );
  return <Registry.Provider value={registry}>{children}</Registry.Provider>;
}

/** Tells the `?` sheet about a page's keys while the page is on screen. Give a constant. */
export function useShortcuts(list: ShortcutList): void {
  const { add } = useContext(Registry);
  const addNow = useRef(add);
  useEffect(() => addNow.current(list), [list]);
}

/** What the pages on screen have told. */
export function useShortcutLists(): readonly ShortcutList[] {
  return useContext(Registry).lists;
}
