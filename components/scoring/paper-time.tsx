import { FileText } from "lucide-react";
import { useId, useState } from "react";
import { TextLink } from "@/components/ui/link-button";
import { LocalTime } from "@/components/ui/local-time";
import type { Change } from "@/lib/domain/changes";
import { instantOf, localText } from "./paper-moment";

interface PaperTimeProps {
  interviewId: string;
  /** The stated time, null for a card scored live. */
  value: string | null;
  onChange: (change: Change) => void;
}

/** For a form that was filled in by hand: when that was. It stays on the scorecard, beside the time of submitting. */
export function PaperTime({ interviewId, value, onChange }: PaperTimeProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes from anywhere inside; nothing here is pressed
    <div
      className="relative"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !open) return;
        event.stopPropagation();
        setOpen(false);
      }}
    >
      <button
        type="button"
        aria-expanded={open}
        aria-controls={open ? `${id}-panel` : undefined}
        aria-label="Paper form"
        title="Scored on paper? Print a blank form"
        onClick={() => setOpen(!open)}
        className="inline-grid size-6 shrink-0 place-items-center rounded-s text-faint hover:text-ink aria-expanded:text-accent pointer-coarse:-my-2.5 pointer-coarse:size-11"
      >
        <FileText aria-hidden className="size-3.5" />
      </button>
      {open && (
        <div
          id={`${id}-panel`}
          className="absolute top-full left-0 z-30 mt-1 w-64 rounded-m border border-line-strong bg-sheet p-3 text-s max-md:-left-24"
        >
          <label htmlFor={id} className="block font-[560]">
            Scored on paper at
          </label>
          <input
            id={id}
            type="datetime-local"
            defaultValue={value ? localText(new Date(value)) : ""}
            max={localText(new Date())}
            onChange={(event) => {
              const stated = instantOf(event.target.value, new Date());
              if (stated !== undefined) onChange({ field: "paper", value: stated });
            }}
            className="mt-1 h-9 w-full rounded-[6px] border border-line-strong bg-sheet px-2 text-s pointer-coarse:h-11"
          />
          <p className="mt-1.5 text-xs text-soft">
            Only when you type in a form that was filled in by hand. The time is kept on the scorecard.
          </p>
          <p className="mt-2">
            <TextLink href={`/interviews/${interviewId}/paper?blank`} target="_blank">
              Print a blank form
            </TextLink>
          </p>
        </div>
      )}
    </div>
  );
}

/** What the heading says of a card that came from paper. */
export function PaperNote({ at }: { at: string }) {
  return (
    <>
      On paper, <LocalTime iso={at} show="day" /> <LocalTime iso={at} show="time" />
    </>
  );
}
