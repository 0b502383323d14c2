import clsx from "clsx";
import { type FormEvent, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { ChipGroup } from "@/components/ui/chip";
import { useAmendment } from "@/lib/client/use-amendment";
import { REASON_MAX_CHARACTERS } from "@/lib/contracts/limits";

import type { AmendedChange } from "@/lib/domain/amendments";
import { READ_BY_CANDIDATE, RECOMMENDATION_LABEL } from "@/lib/domain/labels";
import { RECOMMENDATIONS } from "@/lib/domain/recommendation";
import type { RubricContent } from "@/lib/domain/rubric";
import type { Dimension, RatingValue } from "@/lib/domain/scale";
import type { ScorecardContent } from "@/lib/domain/scorecard";
import { leftWords } from "./amend-words";
import { MarkCells } from "./mark-cells";

interface AmendProps {
  scorecardId: string;
  /** What is amended: one row, or the recommendation. */
  what: Dimension | "recommendation";
  /** The scorecard as it reads now, amendments and all. */
  now: ScorecardContent;
  rubric: RubricContent;
  /** In the corner of a row that leaves room for it; else below what it is about. */
  corner?: boolean;
  onAmended: () => void;
}

/** A second thought on a submitted scorecard: another mark and one line why. The first stays beside it. */
export function Amend(props: AmendProps) {
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const name = props.what === "recommendation" ? "Recommendation" : props.rubric.dimensions[props.what].name;
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  return (
    <div data-print="no">
      <button
        ref={opener}
        type="button"
        aria-expanded={open}
        aria-label={`Amend ${name}`}
        onClick={() => setOpen(!open)}
        className={clsx(
          "min-h-6 rounded-s text-left text-xs text-soft underline decoration-line-strong underline-offset-2 hover:text-ink pointer-coarse:min-h-11 pointer-coarse:min-w-11",
          props.corner && "absolute top-2.5 right-3 px-1 pointer-coarse:top-0.5",
        )}
      >
        Amend
      </button>
      {open && (
        <AmendForm
          {...props}
          name={name}
          onDone={() => {
            close();
            props.onAmended();
          }}
          onCancel={close}
        />
      )}
    </div>
  );
}

interface AmendFormProps extends AmendProps {
  name: string;
  onDone: () => void;
  onCancel: () => void;
}

function AmendForm({ scorecardId, what, now, rubric, corner, name, onDone, onCancel }: AmendFormProps) {
  const [change, setChange] = useState<AmendedChange | null>(null);
  const [reason, setReason] = useState("");
  const [left, setLeft] = useState<string | null>(null);
  const { sending, problem, send } = useAmendment(scorecardId);
  const group = useRef<HTMLFieldSetElement>(null);
  const id = useId();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const wanting = leftWords(now, change, reason);
    setLeft(wanting);
    if (wanting === null && change && (await send(change, reason.trim()))) onDone();
  };
  return (
    <form
      aria-label={`Amend ${name}`}
      onSubmit={submit}
      // As wide as the card: on a phone the five cells have a line of their own, a thumb wide each.
      className={clsx(
        "mt-3 space-y-2.5 border-t border-line pt-3 [&_fieldset>div]:flex-wrap max-md:[&_fieldset>div>div]:basis-full",
        corner && "-mr-12",
      )}
    >
      {what === "recommendation" ? (
        <ChipGroup
          legend="Recommendation"
          legendHidden
          name={`${id}-recommendation`}
          options={RECOMMENDATIONS.map((value) => ({ value, label: RECOMMENDATION_LABEL[value] }))}
          value={change?.field === "recommendation" ? change.value : null}
          onChange={(value) => value && setChange({ field: "recommendation", value })}
        />
      ) : (
        <MarkCells
          dimension={what}
          rubric={rubric}
          value={change?.field === "rating" ? change.value : undefined}
          groupRef={group}
          describedBy={`${id}-why`}
          onRate={(value: RatingValue | null) =>
            setChange(value && { field: "rating", dimension: what, value })
          }
          onLook={() => undefined}
        />
      )}
      <label className="block text-s">
        <span className="text-soft">Why, in one line</span>
        <input
          value={reason}
          maxLength={REASON_MAX_CHARACTERS}
          onChange={(event) => setReason(event.target.value)}
          className="mt-1 h-9 w-full rounded-[6px] border border-line-strong bg-sheet px-2 pointer-coarse:h-11"
        />
      </label>
      <p id={`${id}-why`} className="text-xs text-soft">
        Your first score stays on the card, and statistics go on reading it. {READ_BY_CANDIDATE}
      </p>
      {(left ?? problem) && (
        <p role="alert" className="text-s text-warn">
          {left ?? problem}
        </p>
      )}
      <div className="flex gap-2">
        <Button size="s" type="submit" disabled={sending}>
          {sending ? "Saving…" : "Save amendment"}
        </Button>
        <Button size="s" look="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
