"use client";

import { useState } from "react";
import { VIEW_NAME_MAX_CHARACTERS } from "@/lib/contracts/saved-views";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { TextField } from "../ui/field";

interface SaveViewDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Null once it is kept: the dialog closes. Otherwise why not, said beside the name, which stands. */
  onSave: (name: string) => Promise<string | null>;
}

/** Asks for the name of a view. */
export function SaveViewDialog({ open, onOpenChange, onSave }: SaveViewDialogProps) {
  const [name, setName] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const save = async () => {
    if (busy || name.trim() === "") return;
    setBusy(true);
    const found = await onSave(name.trim());
    setBusy(false);
    setProblem(found);
    if (found !== null) return;
    setName("");
    onOpenChange(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(now) => {
        setProblem(null);
        onOpenChange(now);
      }}
      title="Save this view"
      description="Filters, order, columns and list or heatmap; not the opening, the search or who is chosen."
    >
      <form
        className="flex items-start gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div className="min-w-0 flex-1">
          <TextField
            label="Name"
            value={name}
            maxLength={VIEW_NAME_MAX_CHARACTERS}
            required
            error={problem ?? undefined}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        <Button type="submit" look="primary" className="mt-6">
          Save
        </Button>
      </form>
    </Dialog>
  );
}
