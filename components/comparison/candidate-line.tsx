"use client";

import type { Row } from "@tanstack/react-table";
import { Gap } from "./candidate-table";
import type { ListItem, listFeatures } from "./list-columns";
import type { CandidateList } from "./use-candidate-list";

interface CandidateLineProps {
  row: Row<typeof listFeatures, ListItem>;
  /** Rows before it that are not drawn. */
  gap: { height: number; columns: number };
  measure: (element: HTMLTableRowElement | null) => void;
  list: CandidateList;
}

const CELL = "lg:table-cell lg:border-b lg:border-line lg:py-2.5 lg:pr-3 lg:align-middle";
const ROW =
  "grid grid-cols-[2.75rem_repeat(5,minmax(0,1fr))] items-center gap-x-2 gap-y-1 border-b border-line py-3 has-checked:bg-accent-wash lg:table-row";

/** One candidate: choose, open, and every interviewer's mark at a glance. */
export function CandidateLine({ row, gap, measure, list: { table } }: CandidateLineProps) {
  const { at, row: candidate } = row.original;
  const place = { "data-row": at, "data-index": at, "aria-rowindex": at + 2, ref: measure };
  return (
    <>
      <Gap {...gap} />
      {candidate === null ? (
        <tr {...place} aria-busy className="block lg:table-row">
          <td
            colSpan={gap.columns}
            className="block h-[53px] border-b border-line text-xs text-faint lg:table-cell"
          >
            …
          </td>
        </tr>
      ) : (
        <tr {...place} className={ROW}>
          {row.getVisibleCells().map((cell) => {
            const look = `${cell.column.columnDef.meta?.className ?? ""} ${CELL}`;
            return cell.column.id === "name" ? (
              <th key={cell.id} scope="row" className={`text-left font-normal ${look}`}>
                <table.FlexRender cell={cell} />
              </th>
            ) : (
              <td key={cell.id} className={look}>
                <table.FlexRender cell={cell} />
              </td>
            );
          })}
        </tr>
      )}
    </>
  );
}
