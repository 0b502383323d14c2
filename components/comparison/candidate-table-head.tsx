"use client";

import type { Header } from "@tanstack/react-table";
import { ArrowDown, ArrowUp } from "lucide-react";
import type { ListItem, listFeatures } from "./list-columns";
import type { CandidateList } from "./use-candidate-list";

const HEAD = "border-b border-line-strong py-2 pr-3 text-left align-bottom text-xs font-[560] text-soft";

/** Column heads that stay in sight, each a button that sorts. On a phone the order has a field of its own. */
export function TableHead({ table }: Pick<CandidateList, "table">) {
  return (
    <thead className="sticky top-0 z-10 hidden bg-paper lg:table-header-group print:static">
      {table.getHeaderGroups().map((group) => (
        <tr key={group.id}>
          {group.headers.map((header) => (
            <Head key={header.id} header={header} />
          ))}
        </tr>
      ))}
    </thead>
  );
}

function Head({ header }: { header: Header<typeof listFeatures, ListItem> }) {
  const { column } = header;
  const { header: title, meta } = column.columnDef;
  const name = typeof title === "string" ? title : column.id;
  const look = `${HEAD} ${meta?.className ?? ""} ${meta?.head ?? ""}`;
  if (!column.getCanSort()) {
    return (
      <th scope="col" className={look}>
        {name || <span className="sr-only">Choose for comparing</span>}
      </th>
    );
  }
  const sorted = column.getIsSorted();
  const Arrow = sorted === "desc" ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      aria-sort={sorted === "desc" ? "descending" : sorted === "asc" ? "ascending" : "none"}
      className={look}
    >
      <button
        type="button"
        onClick={column.getToggleSortingHandler()}
        className={`-mx-1 inline-flex min-h-6 items-end gap-0.5 rounded-s px-1 text-left font-[560] hover:text-ink ${sorted ? "text-ink" : ""}`}
      >
        {name}
        {sorted && <Arrow aria-hidden className="size-3.5 shrink-0" />}
      </button>
    </th>
  );
}
