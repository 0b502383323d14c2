"use client";

import { type ReactNode, useId, useState } from "react";
import { Button } from "../ui/button";
import { CsvButton } from "./csv-button";
import { FigureRows } from "./figure-rows";
import type { FigureTable } from "./figure-table";

interface FigureProps {
  /** States the finding where there is one. */
  title: string;
  /** The figure in one sentence: read by everybody, and all a screen reader needs of the picture. */
  sentence: string;
  table: FigureTable;
  /** Formula, n and reference. */
  how?: ReactNode;
  /** When the figure was computed: said with the formula, and in the file. */
  computedAt?: string;
  children: ReactNode;
}

/** A picture with its sentence, its numbers as a table, its file, and how it was computed. */
export function Figure({ title, sentence, table, how, computedAt, children }: FigureProps) {
  const [asTable, setAsTable] = useState(false);
  const heading = useId();
  const other = asTable ? "Picture" : "Table";
  return (
    <section aria-labelledby={heading} data-print="whole" className="border-t border-line-strong pt-3">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <h2 id={heading}>{title}</h2>
        <div data-print="no" className="flex gap-1">
          <Button
            look="quiet"
            size="s"
            aria-label={`${other}: ${title}`}
            onClick={() => setAsTable(!asTable)}
          >
            {other}
          </Button>
          <CsvButton title={title} table={computedAt ? stamped(table, computedAt) : table} />
        </div>
      </div>
      <p className="mt-1 mb-3 max-w-[88ch] text-s text-pretty text-soft">{sentence}</p>
      {asTable ? <FigureRows caption={`${title}, as a table`} table={table} /> : children}
      {how && (
        <HowComputed>
          {how}
          {computedAt && <p>Computed {MINUTE.format(new Date(computedAt))} UTC.</p>}
        </HowComputed>
      )}
    </section>
  );
}

const MINUTE = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });

/** A file outlives the page it came from: each of its rows says as of when. */
function stamped({ columns, rows }: FigureTable, computedAt: string): FigureTable {
  return { columns: [...columns, "Computed at"], rows: rows.map((row) => [...row, computedAt]) };
}

/** The formula behind a figure, for who wants to check it by hand. */
export function HowComputed({ children }: { children: ReactNode }) {
  return (
    <details data-print="no" className="mt-3 text-s text-soft">
      <summary className="inline-block min-h-6 text-accent underline-offset-2 hover:underline pointer-coarse:min-h-11">
        How this is computed
      </summary>
      <div className="mt-2 max-w-[72ch] space-y-2">{children}</div>
    </details>
  );
}
