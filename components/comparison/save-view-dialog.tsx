"use client";

import { useState } from "react";
import { VIEW_NAME_MAX_CHARACTERS } from "@/lib/contracts/saved-views";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { TextField } from "../ui/field";

interface SaveViewDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** True once it is kept: the dialog closes, and the name stands until then. */
  onSave: (name: string) => Promise<boolean>;
}

/** Asks for the name of a view. */
export function SaveViewDialog({ open, onOpenChange, onSave }: SaveViewDialogProps) {
  const [name, setName] = useState("");
  const [busy, setBusy] = useState(false);
  const save = async () => {
    if (busy || name.trim() === "") return;
    setBusy(true);
    const kept = await onSave(name.trim());
    setBusy(false);
    if (!kept) return;
    setName("");
    onOpenChange(false);
  };
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
          void save();
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
