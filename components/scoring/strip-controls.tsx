import clsx from "clsx";
import { EyeOff } from "lucide-react";
import { printedKey } from "@/components/shell/key-map";
import { useKeyMap } from "@/components/shell/use-key-map";
import { nextDeed, pauseDeed, probeDeed, type TimerDeed } from "@/lib/client/timer";
import { clockText, type TimerReading } from "@/lib/domain/beats";
import { BEAT_LABEL } from "@/lib/domain/labels";
import { KeyHint } from "./key-hint";
import { paceWords } from "./pace-words";

interface StripControlsProps {
  reading: TimerReading;
  onDeed: (deed: TimerDeed) => void;
  onHide: () => void;
}

/** What can be done with the timer now, and once the answer has ended, how long it took. */
export function StripControls({ reading, onDeed, onHide }: StripControlsProps) {
  const keys = useKeyMap();
  const next = nextDeed(reading);
  const probe = probeDeed(reading);
  const pause = pauseDeed(reading);
  return (
    <div className="mt-0.5 flex min-h-6 items-center gap-x-1 text-xs text-soft max-md:col-span-2 max-md:mt-0">
      {next && (
        <button
          type="button"
          onClick={() => onDeed(next)}
          aria-keyshortcuts={printedKey(keys.beat)}
          className={clsx(CONTROL, "-ml-1.5 font-[560] text-accent pointer-coarse:-ml-2.5")}
        >
          <KeyHint deed="beat" />
          {nextName(reading, next)}
        </button>
      )}
      {probe && (
        <button
          type="button"
          aria-pressed={reading.state === "probing"}
          aria-keyshortcuts={printedKey(keys.probe)}
          onClick={() => onDeed(probe)}
          className={clsx(CONTROL, reading.state === "probing" && "bg-accent-wash font-[560] text-accent")}
        >
          <KeyHint deed="probe" />
          {reading.state === "probing" ? `Probing ${clockText(reading.probeMs)}` : "Probing"}
        </button>
      )}
      {pause && (
        <button type="button" onClick={() => onDeed(pause)} className={CONTROL}>
          {reading.state === "paused" ? "Resume" : "Pause"}
        </button>
      )}
      {pause && next?.kind !== "end" && (
        <button type="button" onClick={() => onDeed({ kind: "end", beat: null })} className={CONTROL}>
          End
        </button>
      )}
      {reading.state === "ended" && (
        <>
          <span className="min-w-0">{paceWords(reading)}</span>
          <button
            type="button"
            onClick={() => onDeed({ kind: "reset", beat: null })}
            className={clsx(CONTROL, "shrink-0")}
          >
            Time again
          </button>
        </>
      )}
      <button
        type="button"
        onClick={onHide}
        aria-label="Hide the timer"
        className={clsx(CONTROL, "ml-auto max-md:-mr-2.5")}
      >
        <EyeOff aria-hidden className="size-3.5" /> <span className="hidden xl:inline">Hide</span>
      </button>
    </div>
  );
}

/** One quiet control of the strip. */
export const CONTROL =
  "inline-flex min-h-6 items-center gap-1.5 rounded-s px-1.5 text-xs hover:bg-sunk hover:text-ink pointer-coarse:min-h-11 pointer-coarse:min-w-11 pointer-coarse:justify-center pointer-coarse:px-2.5";

function nextName(reading: TimerReading, next: TimerDeed): string {
  if (reading.state === "ready") return "Start: Situation";
  return next.beat === null ? "End the answer" : BEAT_LABEL[next.beat];
}
