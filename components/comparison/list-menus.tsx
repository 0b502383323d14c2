"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useSavedViews, VIEW_NAME_MAX_CHARACTERS } from "@/lib/client/saved-views";
import { Button } from "../ui/button";
import { copyAddress } from "../ui/copy-link-button";
import { Dialog } from "../ui/dialog";
import { TextField } from "../ui/field";
import { Menu, MenuCheck, MenuItem, MenuLine, MenuNote } from "../ui/menu";
import { toastDone, toastProblem } from "../ui/toasts";
import { COLUMN_LABELS, COLUMNS, viewQuery } from "./list-state";
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

/** Ways of looking under a name, kept in this browser; the address itself is one that can be sent. */
export function ViewsMenu({ list: { listing } }: { list: CandidateList }) {
  const router = useRouter();
  const { views, save, remove } = useSavedViews();
  const [naming, setNaming] = useState(false);
  const open = (query: string) => {
    const address = new URLSearchParams(query);
    if (listing.opening) address.set("opening", listing.opening.id);
    router.push(`/candidates?${address}`);
  };
  const forget = (name: string) => {
    const view = views.find((each) => each.name === name);
    remove(name);
    toastDone(`“${name}” is removed`, view && (() => save(view)));
  };
  return (
    <>
      <Menu label="Views">
        <MenuItem onClick={() => open("")}>Everybody, by composite</MenuItem>
        {views.map(({ name, query }) => (
          <MenuItem key={name} onClick={() => open(query)}>
            {name}
          </MenuItem>
        ))}
        <MenuLine />
        <MenuItem onClick={() => setNaming(true)}>Save this view</MenuItem>
        <MenuItem onClick={copyAddress}>Copy a link to this view</MenuItem>
        {views.map(({ name }) => (
          <MenuItem key={name} onClick={() => forget(name)}>
            Remove “{name}”
          </MenuItem>
        ))}
        <MenuNote>Saved views stay in this browser. A link shows others the same list.</MenuNote>
      </Menu>
      <SaveViewDialog
        open={naming}
        onOpenChange={setNaming}
        onSave={(name) => {
          const kept = save({ name, query: viewQuery(window.location.search) });
          if (kept) toastDone(`“${name}” is saved in this browser`);
          else toastProblem("This browser keeps nothing", "Copy a link to the view instead.");
        }}
      />
    </>
  );
}

interface SaveViewDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onSave: (name: string) => void;
}

function SaveViewDialog({ open, onOpenChange, onSave }: SaveViewDialogProps) {
  const [name, setName] = useState("");
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Save this view"
      description="Filters, order, columns and list or heatmap; not the opening, the search or who is chosen."
    >
      <form
        className="flex items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === "") return;
          onSave(name.trim());
          setName("");
          onOpenChange(false);
        }}
      >
        <div className="flex-1">
          <TextField
            label="Name"
            value={name}
            maxLength={VIEW_NAME_MAX_CHARACTERS}
            required
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        <Button type="submit" look="primary">
          Save
        </Button>
      </form>
    </Dialog>
  );
}
