"use client";

import { parseAsString, useQueryStates } from "nuqs";
import { useTransition } from "react";
import { ALL_OPENINGS, ALL_VERSIONS, type PanelSheet } from "@/lib/contracts/panels";
import { Button } from "../ui/button";
import { TextField } from "../ui/field";
import { Select } from "../ui/select";

/** Longer panels are told by their first names and a count. */
const NAMES_SHOWN = 4;

function panelLabel({ names, interviews }: PanelSheet["filters"]["panels"][number]): string {
  const first = names.slice(0, NAMES_SHOWN).map((name) => name.split(" ")[0]);
  const rest = names.length > NAMES_SHOWN ? ` and ${names.length - NAMES_SHOWN} more` : "";
  return `${first.join(", ")}${rest} (${interviews})`;
}

/** Which scorecards the sheet reads. All of it stands in the address, so that a sheet can be sent on. */
export function PanelFilterBar({ sheet }: { sheet: PanelSheet }) {
  const [busy, startTransition] = useTransition();
  const [, set] = useQueryStates(
    {
      ...{ opening: parseAsString, panel: parseAsString, from: parseAsString, to: parseAsString },
      rubric: parseAsString,
    },
    { shallow: false, startTransition },
  );
  const { filters } = sheet;
  const narrowed = filters.panel ?? filters.from ?? filters.to ?? filters.rubric;
  return (
    <search
      aria-label="Which scorecards"
      data-print="no"
      className="mb-6 grid grid-cols-2 items-end gap-3 lg:grid-cols-[minmax(0,16rem)_minmax(0,18rem)_minmax(0,12rem)_9.5rem_9.5rem_auto]"
    >
      <Select
        label="Opening"
        className="col-span-2 sm:col-span-1"
        value={sheet.opening?.id ?? ALL_OPENINGS}
        aria-busy={busy}
        onChange={(event) => set({ opening: event.target.value, panel: null })}
        options={[
          { value: ALL_OPENINGS, label: "All openings" },
          ...sheet.openings.map(({ id, title }) => ({ value: id, label: title })),
        ]}
      />
      <Select
        label="Panel"
        className="col-span-2 sm:col-span-1"
        value={filters.panel ?? ""}
        onChange={(event) => set({ panel: event.target.value || null })}
        options={[
          { value: "", label: "Everybody" },
          ...filters.panels.map((panel) => ({ value: panel.key, label: panelLabel(panel) })),
        ]}
      />
      <Select
        label="Rubric"
        className="col-span-2 sm:col-span-1"
        value={filters.rubric ?? ""}
        onChange={(event) => set({ rubric: event.target.value || null })}
        options={[
          { value: "", label: "Today’s wording" },
          ...filters.rubrics.map(({ id, number, scorecards }) => ({
            value: id,
            label: `Worded as ${number} (${scorecards})`,
          })),
          { value: ALL_VERSIONS, label: "All versions" },
        ]}
      />
      <TextField
        label="From"
        type="date"
        defaultValue={filters.from ?? ""}
        key={`from ${filters.from}`}
        max={filters.to ?? undefined}
        onChange={(event) => set({ from: event.target.value || null })}
      />
      <TextField
        label="To"
        type="date"
        defaultValue={filters.to ?? ""}
        key={`to ${filters.to}`}
        min={filters.from ?? undefined}
        onChange={(event) => set({ to: event.target.value || null })}
      />
      {narrowed !== null && (
        <Button onClick={() => set({ panel: null, from: null, to: null, rubric: null })}>Everything</Button>
      )}
    </search>
  );
}
