import { useEffect, useRef, useState } from "react";
import { ANSWER_SECONDS, clockText, type TimerReading } from "@/lib/domain/beats";

/** The band line ends a little past the ceiling, so that "over" has somewhere to be seen. */
const LINE_SECONDS = 150;

interface ClockProps {
  reading: TimerReading;
  /** Starts, pauses or resumes; null once the answer has ended. */
  press: { name: string; run: () => void } | null;
}

/** The answer's time, large, over a line with the 90-120 second band and the practised 100. It never alarms. */
export function Clock({ reading, press }: ClockProps) {
  return (
    <div className="relative w-[76px] shrink-0 md:w-[108px]">
      <div
        role="timer"
        aria-label="Answer time"
        className="font-serif text-[1.875rem] leading-none md:text-[2.5rem] font-[460] tracking-[-0.02em]"
      >
        {clockText(reading.answerMs)}
      </div>
      <BandLine seconds={reading.answerMs / 1_000} />
      {press && (
        <button
          type="button"
          onClick={press.run}
          aria-label={press.name}
          title={press.name}
          className="absolute -inset-1 rounded-m"
        />
      )}
      <Thresholds seconds={Math.floor(reading.answerMs / 1_000)} running={reading.state === "running"} />
    </div>
  );
}

function BandLine({ seconds }: { seconds: number }) {
  const x = (at: number) => (Math.min(at, LINE_SECONDS) / LINE_SECONDS) * 100;
  const { from, practised, to } = ANSWER_SECONDS;
  return (
    <div aria-hidden className="mt-1.5">
      <svg
        aria-hidden
        viewBox="0 0 100 8"
        preserveAspectRatio="none"
        className="block h-2 w-full overflow-visible"
      >
        <rect x="0" y="3.5" width="100" height="1" className="fill-line-strong" />
        <rect x={x(from)} y="1.5" width={x(to) - x(from)} height="5" className="fill-level-2" />
        <rect x={x(practised) - 0.5} y="0" width="1" height="8" className="fill-accent" />
        <rect x="0" y="2.5" width={x(seconds)} height="3" className="fill-ink" />
      </svg>
      <div className="relative mt-0.5 h-3 max-md:hidden text-[0.6875rem] leading-none text-faint">
        <span className="absolute left-[60%] -translate-x-full pr-1">{from}</span>
        <span className="absolute left-[80%] pl-1">{to}</span>
      </div>
    </div>
  );
}

/** The timer is silent but for its two thresholds. */
function Thresholds({ seconds, running }: { seconds: number; running: boolean }) {
  const [said, setSaid] = useState("");
  const last = useRef(seconds);
  useEffect(() => {
    for (const threshold of [ANSWER_SECONDS.from, ANSWER_SECONDS.to]) {
      if (running && last.current < threshold && seconds >= threshold) setSaid(`${threshold} seconds`);
    }
    last.current = seconds;
  }, [seconds, running]);
  return (
    <span aria-live="polite" className="sr-only">
      {said}
    </span>
  );
}
