import { ChevronDown } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { Submission } from "@/lib/client/use-submission";
import type { RubricContent } from "@/lib/domain/rubric";
import type { Missing } from "@/lib/domain/submission";
import { missingKey, missingWords } from "./missing";

interface SubmitBoxProps {
  missing: readonly Missing[];
  rubric: RubricContent;
  submission: Submission;
  onSubmit: () => void;
  onUndo: () => void;
  onGoTo: (missing: Missing) => void;
}

/** What is left is visible before pressing; after pressing, ten seconds to take it back. */
export function SubmitBox({ missing, rubric, submission, onSubmit, onUndo, onGoTo }: SubmitBoxProps) {
  const [listOpen, setListOpen] = useState(false);
  const { state } = submission;
  if (state.phase === "counting") {
    return <Counting secondsLeft={state.secondsLeft} onUndo={onUndo} onNow={submission.sendNow} />;
  }
  if (state.phase === "sending") {
    return (
      <div className="flex flex-col items-end gap-1 text-right text-s md:w-[161px]">
        <p role="status">Submitting…</p>
        {state.canTakeBack && (
          <Button className="w-[161px]" onClick={submission.takeBack}>
            Take it back
          </Button>
        )}
      </div>
    );
  }
  const count = missing.length === 1 ? "1 thing left" : `${missing.length} things left`;
  return (
    <div className="relative flex flex-col items-end gap-1">
      <Button look="primary" onClick={onSubmit}>
        Submit scorecard
      </Button>
      {missing.length > 0 ? (
        <button
          type="button"
          aria-expanded={listOpen}
          onClick={() => setListOpen(!listOpen)}
          className="inline-flex min-h-6 items-center gap-1 rounded-s px-1 text-xs text-soft hover:text-ink pointer-coarse:min-h-11"
        >
          {count} <ChevronDown aria-hidden className="size-3.5" />
        </button>
      ) : (
        <p className="px-1 text-xs leading-6 text-soft">Nothing left</p>
      )}
      {listOpen && missing.length > 0 && (
        <ul
          aria-label="Left before submitting"
          className="absolute top-full right-0 z-20 mt-1 w-[280px] rounded-m border border-line-strong bg-sheet py-1 text-s max-md:top-auto max-md:bottom-full"
        >
          {missing.map((one) => (
            <li key={missingKey(one)}>
              <button
                type="button"
                onClick={() => {
                  setListOpen(false);
                  onGoTo(one);
                }}
                className="block min-h-8 w-full px-3 py-1 text-left hover:bg-sunk pointer-coarse:min-h-11"
              >
                {missingWords(one, rubric)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Why a submission is not through: a sentence, too long for where the button stands. Null while all is well. */
export function troubleOf({ state }: Submission): string | null {
  if (state.phase === "idle") return state.problem;
  if (state.phase !== "sending" || state.trouble === null) return null;
  return `Not submitted yet. ${state.trouble}${state.canTakeBack ? " It is tried again by itself." : ""}`;
}

interface CountingProps {
  secondsLeft: number;
  onUndo: () => void;
  onNow: () => void;
}

/** The seconds in which a submission can be taken back. Undo has the focus: it stands where Submit stood. */
function Counting({ secondsLeft, onUndo, onNow }: CountingProps) {
  const undo = useRef<HTMLDivElement>(null);
  useEffect(() => undo.current?.querySelector("button")?.focus(), []);
  return (
    <div ref={undo} className="flex w-[161px] flex-col items-end gap-1">
      <Button
        className="w-full border-ink font-[560]"
        // The second click of a double click on Submit lands here, and meant Submit.
        onClick={({ detail }) => detail < 2 && onUndo()}
      >
        Undo
      </Button>
      <p className="flex items-center gap-1 text-xs whitespace-nowrap text-soft">
        <span role="status" className="sr-only">
          Submitting in ten seconds. You can undo.
        </span>
        <span aria-hidden>Submitting in {secondsLeft} s</span>
        <button
          type="button"
          onClick={onNow}
          className="min-h-6 rounded-s px-1 text-accent underline underline-offset-2 pointer-coarse:min-h-11"
        >
          Submit now
        </button>
      </p>
    </div>
  );
}
