"use client";

import { useSyncExternalStore } from "react";
import { z } from "zod";

const KEY = "plumbline.candidate-views";
const NOTHING = "[]";

/** A list of names to choose from, not an archive. */
export const SAVED_VIEWS_MAX = 12;
export const VIEW_NAME_MAX_CHARACTERS = 40;

const savedViews = z
  .array(z.object({ name: z.string().min(1).max(VIEW_NAME_MAX_CHARACTERS), query: z.string() }))
  .max(SAVED_VIEWS_MAX);

/** A way of looking at the list under a name: the query of its address, without opening, search or choice. */
export type SavedView = z.output<typeof savedViews>[number];

/** What was kept; anything that is not ours counts as nothing. */
export function parseViews(text: string): SavedView[] {
  try {
    return savedViews.parse(JSON.parse(text));
  } catch {
    return [];
  }
}

/** The view under its name, first in the list; one of the same name gives way. */
export function withView(views: readonly SavedView[], view: SavedView): SavedView[] {
  return [view, ...views.filter(({ name }) => name !== view.name)].slice(0, SAVED_VIEWS_MAX);
}

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

/** A browser may refuse to keep anything: then there are no saved views, and the address still is one. */
function read(): string {
  try {
    return localStorage.getItem(KEY) ?? NOTHING;
  } catch {
    return NOTHING;
  }
}

/** True when the browser keeps it. */
function write(views: readonly SavedView[]): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(views));
  } catch {
    return false;
  }
  for (const listener of listeners) listener();
  return true;
}

/** The views this browser keeps, in every tab the same. */
export function useSavedViews() {
  const views = parseViews(useSyncExternalStore(subscribe, read, () => NOTHING));
  return {
    views,
    save: (view: SavedView) => write(withView(views, view)),
    remove: (name: string) => write(views.filter((view) => view.name !== name)),
  };
}
