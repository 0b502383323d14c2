"use client";

import { type ReactNode, useState } from "react";
import { Button } from "./button";

/** As many rows or small pictures as one looks through; a house of thousands opens the rest by itself. */
const MOST_AT_FIRST = 40;

interface FirstFewProps<Item> {
  of: readonly Item[];
  /** "interviewers", "rows". */
  noun: string;
  children: (shown: readonly Item[]) => ReactNode;
}

/** A long list's first part, with the way to all of it. */
export function FirstFew<Item>({ of, noun, children }: FirstFewProps<Item>) {
  const [all, setAll] = useState(false);
  const shown = all ? of : of.slice(0, MOST_AT_FIRST);
  return (
    <>
      {children(shown)}
      {shown.length < of.length && (
        <Button look="quiet" size="s" className="mt-2" data-print="no" onClick={() => setAll(true)}>
          Show all {of.length.toLocaleString("en-GB")} {noun}
        </Button>
      )}
    </>
  );
}
