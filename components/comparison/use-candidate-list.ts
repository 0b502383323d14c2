"use client";

import { type SortingState, useTable } from "@tanstack/react-table";
import { useQueryStates } from "nuqs";
import { useMemo, useRef, useState } from "react";
import type { CandidateListing } from "@/lib/client/candidate-windows";
import { useCandidateWindows } from "@/lib/client/use-candidate-windows";
import { type CandidateRow, COMPARE_MAX } from "@/lib/contracts/candidates";
import type { RubricVersion } from "@/lib/contracts/rubric";
import { LIST_SORTS } from "@/lib/domain/candidate-list";
import { type ListItem, listColumns, listFeatures } from "./list-columns";
import { chosenRows, isDescending, listParams, queryOf } from "./list-state";

/** The list as its address says: filtered and sorted by the server, shown by a table, with who is chosen. */
export function useCandidateList(first: CandidateListing, rubric: RubricVersion | null) {
  const [state, set] = useQueryStates(listParams, { history: "replace" });
  const { listing, rows, ...windows } = useCandidateWindows(first, queryOf(state));
  const seen = useSeen(rows);
  const chosen = chosenRows(state.pick, seen);
  const full = chosen.length >= COMPARE_MAX;
  const choose = (id: string, on: boolean) => {
    const others = state.pick.filter((each) => each !== id);
    return set({ pick: on ? [...others, id].slice(0, COMPARE_MAX) : others });
  };
  const items = useMemo<ListItem[]>(
    () => Array.from({ length: listing.matching }, (_, at) => ({ at, row: rows.get(at) ?? null })),
    [listing.matching, rows],
  );
  const [at, setCurrent] = useState(0);
  const current = Math.min(at, Math.max(0, items.length - 1));
  const roomy = state.hide.length > 0;
  const columns = useMemo(() => listColumns(rubric, roomy), [rubric, roomy]);
  const table = useTable({
    features: listFeatures,
    columns,
    data: items,
    manualSorting: true,
    enableSortingRemoval: false,
    getRowId: ({ at, row }) => row?.applicationId ?? `place ${at}`,
    state: {
      sorting: [{ id: state.sort, desc: isDescending(state.sort, state.order) }],
      columnVisibility: Object.fromEntries(state.hide.map((column) => [column, false])),
    },
    onSortingChange: (updater) => {
      const before: SortingState = [{ id: state.sort, desc: isDescending(state.sort, state.order) }];
      const [next] = typeof updater === "function" ? updater(before) : updater;
      const sort = LIST_SORTS.find((each) => each === next?.id);
      if (next && sort)
        void set({ sort, order: isDescending(sort, "first") === next.desc ? "first" : "last" });
    },
    meta: { choose, full, isChosen: (id) => state.pick.includes(id), current, onNudged: windows.refresh },
  });
  return { state, set, listing, table, chosen, full, choose, current, setCurrent, ...windows };
}

/** Every row met on this page: who was chosen keeps a name when the list moves on. */
function useSeen(rows: ReadonlyMap<number, CandidateRow>): ReadonlyMap<string, CandidateRow> {
  const seen = useRef(new Map<string, CandidateRow>());
  for (const row of rows.values()) seen.current.set(row.applicationId, row);
  return seen.current;
}

export type CandidateList = ReturnType<typeof useCandidateList>;
