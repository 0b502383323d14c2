"use client";

import { defaultRangeExtractor, useWindowVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { useShortcuts } from "../shell/shortcuts";
import { CandidateLine } from "./candidate-line";
import { TableHead } from "./candidate-table-head";
import { LIST_SHORTCUTS } from "./list-shortcuts";
import type { CandidateList } from "./use-candidate-list";
import { useRowKeys } from "./use-row-keys";

/** Up to here every row is drawn, so that the browser's own search and print see all of them. */
const ROWS_DRAWN = 200;
/** Rows drawn beyond the edge of the window: enough for one turn of the wheel. */
const OVERSCAN_ROWS = 12;
/** A row on a desk; measured as soon as it is drawn. */
const ROW_HEIGHT_PX = 53;
/** What the server draws of a long list: as high as a large screen. */
const FIRST_WINDOW = { width: 1440, height: 1000 };
/** The head that stays in sight, and the bar at the bottom of a phone. */
const STICKY_PX = 64;

/** One row a candidate; on a narrow screen one block a candidate. Of a long list only what is in sight is drawn. */
export function CandidateTable({ list }: { list: CandidateList }) {
  useShortcuts(LIST_SHORTCUTS);
  const { table, see, busy } = list;
  const body = useRef<HTMLTableSectionElement>(null);
  const { rows } = table.getRowModel();
  const all = rows.length <= ROWS_DRAWN;
  const margin = useTop(body);
  const virtual = useWindowVirtualizer<HTMLTableRowElement>({
    count: rows.length,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: all ? ROWS_DRAWN : OVERSCAN_ROWS,
    initialRect: FIRST_WINDOW,
    scrollMargin: margin,
    scrollPaddingStart: STICKY_PX,
    scrollPaddingEnd: STICKY_PX,
    getItemKey: (at) => rows[at]?.id ?? at,
    // The row the keyboard stands at stays, or scrolling away would lose the focus.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), list.current])]
        .filter((at) => at < rows.length)
        .sort((a, b) => a - b),
  });
  const drawn = virtual.getVirtualItems();
  // What is in sight, not what is drawn: the row the keyboard stands at may be thousands of rows away.
  const first = Math.max(0, (virtual.range?.startIndex ?? 0) - OVERSCAN_ROWS);
  const last = (virtual.range?.endIndex ?? 0) + OVERSCAN_ROWS;
  useEffect(() => see([first, last]), [see, first, last]);
  const keys = useRowKeys({
    body,
    at: list.current,
    onAt: list.setCurrent,
    count: rows.length,
    reveal: (at) => virtual.scrollToIndex(at, { align: "auto" }),
    onSpace: (at) => {
      const row = rows[at]?.original.row;
      if (row) list.choose(row.applicationId, !list.state.pick.includes(row.applicationId));
    },
  });
  const columns = table.getVisibleLeafColumns().length;
  return (
    <table
      aria-rowcount={rows.length + 1}
      aria-busy={busy}
      className="block w-full table-fixed border-separate border-spacing-0 text-s lg:table"
    >
      <caption className="sr-only">Candidates, with a dot for every interviewer's mark</caption>
      <TableHead table={table} />
      <tbody
        ref={body}
        className={`block transition-opacity lg:table-row-group ${busy ? "opacity-60" : ""}`}
        onKeyDown={keys.onKeyDown}
        onFocus={keys.onFocus}
      >
        {drawn.map((item, order) => {
          const before = drawn[order - 1]?.end ?? margin;
          const row = rows[item.index];
          return (
            row && (
              <CandidateLine
                key={row.id}
                row={row}
                gap={{ height: item.start - before, columns }}
                measure={virtual.measureElement}
                list={list}
              />
            )
          );
        })}
        <Gap height={margin + virtual.getTotalSize() - (drawn.at(-1)?.end ?? margin)} columns={columns} />
      </tbody>
    </table>
  );
}

/** The space of rows that are not drawn. */
export function Gap({ height, columns }: { height: number; columns: number }) {
  if (height < 1) return null;
  return (
    <tr aria-hidden className="block lg:table-row">
      <td className="block p-0 lg:table-cell" colSpan={columns} style={{ height }} />
    </tr>
  );
}

/** How far down the page an element begins; looked at again whenever the page has changed. */
function useTop(element: { current: HTMLElement | null }): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const now = element.current
      ? Math.round(element.current.getBoundingClientRect().top + window.scrollY)
      : 0;
    setTop(now);
  });
  return top;
}
