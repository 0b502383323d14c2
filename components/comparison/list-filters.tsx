"use client";

import { LIST_MARKS, LIST_SORTS, STAGES } from "@/lib/domain/candidate-list";
import { TRAPS } from "@/lib/domain/traps";
import { TextField } from "../ui/field";
import { Select } from "../ui/select";
import { SHOW_OPTIONS, STAGE_LABELS } from "./list-words";
import type { CandidateList } from "./use-candidate-list";

const STAGE_OPTIONS = [
  { value: "", label: "Any" },
  ...STAGES.map((stage) => ({ value: stage, label: STAGE_LABELS[stage] })),
];

/** Opening, search, stage, marks; on a narrow screen, where there are no column heads, also the order. */
export function ListFilters({ list: { listing, state, set, table, busy } }: { list: CandidateList }) {
  const shown = state.trap ? `trap:${state.trap}` : state.only ? `only:${state.only}` : "";
  const sorts = table.getAllLeafColumns().flatMap(({ id, columnDef: { header } }) => {
    const sort = LIST_SORTS.find((each) => each === id);
    return sort && typeof header === "string" ? { value: sort, label: header } : [];
  });
  return (
    <search className="mb-4 grid grid-cols-2 gap-3 lg:grid-cols-[minmax(0,18rem)_minmax(0,14rem)_minmax(0,12rem)_minmax(0,14rem)]">
      <Select
        label="Opening"
        className="col-span-2 sm:col-span-1"
        value={listing.opening?.id ?? ""}
        aria-busy={busy}
        onChange={(event) => set({ opening: event.target.value, pick: null })}
        options={listing.openings.map(({ id, title, candidates }) => ({
          value: id,
          label: `${title} (${candidates})`,
        }))}
      />
      <div className="col-span-2 sm:col-span-1">
        <TextField
          label="Search by name"
          type="search"
          value={state.q}
          onChange={(event) => set({ q: event.target.value || null })}
        />
      </div>
      <Select
        label="Stage"
        value={state.stage ?? ""}
        onChange={({ target }) => set({ stage: STAGES.find((stage) => stage === target.value) ?? null })}
        options={STAGE_OPTIONS}
      />
      <Select
        label="Show"
        value={shown}
        onChange={({ target }) =>
          set({
            only: LIST_MARKS.find((mark) => target.value === `only:${mark}`) ?? null,
            trap: TRAPS.find((trap) => target.value === `trap:${trap}`) ?? null,
          })
        }
        options={SHOW_OPTIONS}
      />
      <Select
        label="Order by"
        className="col-span-2 sm:col-span-1 lg:hidden"
        value={state.sort}
        onChange={({ target }) =>
          set({ sort: LIST_SORTS.find((sort) => sort === target.value) ?? null, order: null })
        }
        options={sorts}
      />
    </search>
  );
}
