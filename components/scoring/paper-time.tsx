import { FileText } from "lucide-react";
import { useId, useState } from "react";
import { LocalTime } from "@/components/ui/local-time";
import type { Change } from "@/lib/domain/changes";
import { useLoaded } from "./use-loaded";

export interface PaperTimeProps {
  interviewId: string;
  /** The stated time, null for a card scored live. */
  value: string | null;
  onChange: (change: Change) => void;
}

const loadPanel = async () => (await import("./paper-panel")).PaperPanel;

/** For a form that was filled in by hand: when that was. It stays on the scorecard, beside the time of submitting. */
export function PaperTime(props: PaperTimeProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const Panel = useLoaded(loadPanel, open);
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
        aria-controls={open && Panel ? `${id}-panel` : undefined}
        aria-label="Paper form"
        title="Scored on paper? Print a blank form"
        onClick={() => setOpen(!open)}
        className="inline-grid size-6 shrink-0 place-items-center rounded-s text-faint hover:text-ink aria-expanded:text-accent pointer-coarse:-my-2.5 pointer-coarse:size-11"
      >
        <FileText aria-hidden className="size-3.5" />
      </button>
      {open && Panel && <Panel id={id} {...props} />}
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
