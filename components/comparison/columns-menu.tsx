"use client";

import { Menu, MenuCheck, MenuNote } from "../ui/menu";
import { COLUMN_LABELS, COLUMNS } from "./list-state";
import type { CandidateList } from "./use-candidate-list";

/** Which columns stand in the table. */
export function ColumnsMenu({ list: { table, state, set } }: { list: CandidateList }) {
  return (
    <Menu label="Columns">
      {table
        .getAllLeafColumns()
        .filter((column) => column.getCanHide())
        .map((column) => (
          <MenuCheck
            key={column.id}
            checked={column.getIsVisible()}
            onChange={(on) =>
              set({
                hide: COLUMNS.filter((each) => (each === column.id ? !on : state.hide.includes(each))),
              })
            }
          >
            {typeof column.columnDef.header === "string" ? column.columnDef.header : column.id}
          </MenuCheck>
        ))}
      {state.hide.length === 0 && (
        <div className="hidden lg:max-xl:block">
          <MenuNote>
            {COLUMN_LABELS.activity} has room in a wider window, or in another column’s place.
          </MenuNote>
        </div>
      )}
    </Menu>
  );
}
