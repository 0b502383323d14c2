"use client";

import { parseAsStringLiteral, useQueryStates } from "nuqs";
import { Select } from "@/components/ui/select";
import { TRAP_LABEL } from "@/lib/domain/labels";
import { WORK_KINDS, WORK_LABEL } from "@/lib/domain/practice-answer";
import { TRAPS } from "@/lib/domain/traps";

/** Both live in the address; the server narrows the list, because a list that carried traps would give them away. */
export function LibraryFilters() {
  const [{ work, trap }, set] = useQueryStates(
    { work: parseAsStringLiteral(WORK_KINDS), trap: parseAsStringLiteral(TRAPS) },
    { shallow: false, history: "replace" },
  );
  return (
    <div className="mb-4 flex flex-wrap gap-4">
      <Select
        label="Work"
        className="w-60"
        value={work ?? ""}
        onChange={(event) => set({ work: WORK_KINDS.find((one) => one === event.target.value) ?? null })}
        options={[
          { value: "", label: "All kinds of work" },
          ...WORK_KINDS.map((value) => ({ value, label: WORK_LABEL[value] })),
        ]}
      />
      <Select
        label="Trap"
        className="w-60"
        value={trap ?? ""}
        onChange={(event) => set({ trap: TRAPS.find((one) => one === event.target.value) ?? null })}
        options={[
          { value: "", label: "Not narrowed by trap" },
          ...TRAPS.map((value) => ({ value, label: TRAP_LABEL[value] })),
        ]}
      />
    </div>
  );
}
