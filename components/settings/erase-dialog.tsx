"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { toastDone } from "@/components/ui/toasts";
import { call } from "@/lib/client/api";
import { erasePersonContract, GIVEN_REASONS, type PersonRow } from "@/lib/contracts/privacy";
import { confirmsName, ERASURE_LABEL } from "@/lib/domain/privacy";
import { problemWords } from "./use-member-changes";

interface EraseDialogProps {
  person: PersonRow;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onErased: () => void;
}

/** The one deed without Undo: the name is typed, so that it is this person and no other. */
export function EraseDialog({ person, open, onOpenChange, onErased }: EraseDialogProps) {
  const [reason, setReason] = useState(GIVEN_REASONS[0] ?? "asked");
  const [typedName, setTypedName] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function erase(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!confirmsName(typedName, person.name)) {
      return setProblem("The name does not match: type it as it stands here");
    }
    setBusy(true);
    try {
      await call(erasePersonContract, { candidateId: person.candidateId, reason, typedName });
      toastDone("Erased. Figures stay what they were");
      onOpenChange(false);
      onErased();
    } catch (error) {
      setProblem(problemWords(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Erase this candidate?"
      description="Name, address, notes, reasons, story and timer go, and every draft about them. Marks stay without a name. Nobody can bring the words back."
    >
      <form onSubmit={erase} noValidate className="grid gap-4">
        <Select
          label="Why"
          value={reason}
          options={GIVEN_REASONS.map((value) => ({ value, label: ERASURE_LABEL[value] }))}
          onChange={({ target: { value } }) =>
            setReason(GIVEN_REASONS.find((one) => one === value) ?? reason)
          }
        />
        <TextField
          label={`Type ${person.name}`}
          autoComplete="off"
          value={typedName}
          error={problem ?? undefined}
          onChange={(event) => setTypedName(event.target.value)}
        />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={() => onOpenChange(false)}>Keep them</Button>
          <Button type="submit" look="warn" disabled={busy}>
            Erase for good
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
