"use client";

import { type KeyboardEvent, type RefObject, useEffect, useRef } from "react";

interface RowKeysInput {
  body: RefObject<HTMLElement | null>;
  /** Where the keyboard stands. */
  at: number;
  onAt: (at: number) => void;
  /** Rows of the whole list, drawn or not. */
  count: number;
  /** Brings a row that is not drawn into sight. */
  reveal: (at: number) => void;
  /** Space on a name: chooses that row, or takes it back. */
  onSpace: (at: number) => void;
}

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/**
 * One tab stop for a list of any length: arrows go from name to name, Home and End to its ends, Enter opens (names
 * are links), space chooses. Rows carry `data-row`; the name is the row's link.
 */
export function useRowKeys({ body, at, onAt, count, reveal, onSpace }: RowKeysInput) {
  // A row far away is drawn, and its data read, only after it was asked for: focus follows once its link is there.
  const owed = useRef<number | null>(null);
  useEffect(() => {
    if (owed.current === null) return;
    const link = body.current?.querySelector<HTMLElement>(`[data-row="${owed.current}"] a`);
    if (!link) return;
    owed.current = null;
    link.focus({ preventScroll: true });
  });
  return {
    onFocus: (event: { target: Element }) => {
      const row = rowOf(event.target);
      if (row !== null) onAt(row);
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const onName = event.target instanceof HTMLAnchorElement;
      const onBox = event.target instanceof HTMLInputElement;
      if ((!onName && !onBox) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (onName && event.key === " ") {
        event.preventDefault();
        onSpace(at);
        return;
      }
      const ends: Record<string, number> = { Home: 0, End: count - 1 };
      const step = STEPS[event.key];
      const next = step === undefined ? ends[event.key] : at + step;
      if (next === undefined || next < 0 || next >= count) return;
      event.preventDefault();
      owed.current = next;
      onAt(next);
      reveal(next);
    },
  };
}

function rowOf(element: Element): number | null {
  const row = element.closest<HTMLElement>("[data-row]")?.dataset.row;
  return row === undefined ? null : Number(row);
}
