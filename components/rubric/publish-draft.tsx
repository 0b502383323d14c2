"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextArea } from "@/components/ui/field";
import { toastDone } from "@/components/ui/toasts";
import { call } from "@/lib/client/api";
import { type ListedRubric, publishRubricDraftContract } from "@/lib/contracts/rubric-versions";
import { changedAnchors } from "@/lib/domain/practice";
import type { EditedText } from "./use-draft";

interface PublishDraftProps {
  draft: ListedRubric;
  current: ListedRubric;
  text: EditedText;
  /** In how many places it differs from what is in use. */
  changes: number;
  blocked: boolean;
  onSave: () => Promise<number | null>;
}

/** What publishing means, what changes, and why: asked in writing, because it cannot be taken back. */
export function PublishDraft({ draft, current, text, changes, blocked, onSave }: PublishDraftProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<string | undefined>();
  const anchors = changedAnchors(current.content, text.content).length;
  const publish = async () => {
    if (!reason.trim()) return setProblem("Say why this version differs");
    const revision = await onSave();
    if (revision === null) return setProblem("The draft could not be saved, so nothing was published");
    try {
      const { number } = await call(publishRubricDraftContract, { rubricId: draft.id, revision, reason });
      toastDone(`Rubric ${number} is in use`);
      router.push("/rubric/versions");
      router.refresh();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : "It was not published");
    }
  };
  return (
    <>
      <Button look="primary" disabled={blocked || changes === 0} onClick={() => setOpen(true)}>
        Publish…
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={`Publish rubric ${draft.number}`}
        description={`${changes} ${changes === 1 ? "place differs" : "places differ"} from rubric ${current.number}. New interviews use it; interviews under way keep theirs. It never changes again.`}
      >
        {anchors > 0 && (
          <p className="mb-4 text-s text-warn">
            Anchors of {anchors === 1 ? "one dimension change" : `${anchors} dimensions change`}: comparisons
            across versions are warned about, and interviewers practise again before they count as ready.
          </p>
        )}
        <TextArea
          label="Why does this version differ?"
          value={reason}
          error={problem}
          maxLength={300}
          onChange={(event) => setReason(event.target.value)}
        />
        <div className="mt-4 flex justify-end gap-2">
          <Button onClick={() => setOpen(false)}>Not yet</Button>
          <Button look="primary" onClick={() => void publish()}>
            Publish rubric {draft.number}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
