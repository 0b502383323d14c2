import clsx from "clsx";
import { Eye } from "lucide-react";
import { memo, useState } from "react";
import { nextDeed, pauseDeed, type TimerDeed, useTimer } from "@/lib/client/timer";
import { useAbsence } from "@/lib/client/use-absence";
import { useWakeLock } from "@/lib/client/use-wake-lock";
import type { TimerEvent } from "@/lib/domain/beats";
import { AwayQuestion } from "./away-question";
import { Beats } from "./beats";
import { Clock } from "./clock";
import { CONTROL, StripControls } from "./strip-controls";

interface StripProps {
  timer: readonly TimerEvent[];
  onDeed: (deed: TimerDeed) => void;
  /** Events at stated moments: time away that is left out of the answer. */
  onEvent: (event: TimerEvent) => void;
}

/** The answer's timer and its beats. It never submits, locks or alarms, and can be put away. */
export const Strip = memo(function Strip({ timer, onDeed, onEvent }: StripProps) {
  const reading = useTimer(timer);
  const ticking = reading.state === "running" || reading.state === "probing";
  const away = useAbsence(timer[0]?.id ?? "", ticking, onEvent);
  useWakeLock(ticking);
  const [hidden, setHidden] = useState(false);
  if (hidden && !away) {
    return (
      <button type="button" onClick={() => setHidden(false)} className={clsx(CONTROL, "justify-self-start")}>
        <Eye aria-hidden className="size-3.5" /> Show the timer
      </button>
    );
  }
  const next = nextDeed(reading);
  const pause = pauseDeed(reading);
  const press = pause
    ? { name: reading.state === "paused" ? "Resume the timer" : "Pause the timer", run: () => onDeed(pause) }
    : reading.state === "ready" && next
      ? { name: "Start the timer", run: () => onDeed(next) }
      : null;
  return (
    <section
      aria-label="Answer timer"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: with the focus here, and on none of its buttons, space pauses
      tabIndex={0}
      className="grid min-w-0 flex-1 grid-cols-[auto_minmax(0,1fr)] items-center gap-x-2 rounded-s md:gap-x-4 lg:gap-x-5"
    >
      <Clock reading={reading} press={press} />
      <div className="contents md:block md:min-w-0">
        <Beats reading={reading} onBegin={(beat) => onDeed({ kind: "beat", beat })} />
        {away ? (
          <AwayQuestion question={away} />
        ) : (
          <StripControls reading={reading} onDeed={onDeed} onHide={() => setHidden(true)} />
        )}
      </div>
    </section>
  );
});
