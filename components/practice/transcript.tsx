"use client";

import clsx from "clsx";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { useTimer } from "@/lib/client/timer";
import type { TimerEvent } from "@/lib/domain/beats";
import { type SpokenBeat, spokenSoFar, spokenText } from "@/lib/domain/practice-answer";

interface TranscriptProps {
  spoken: readonly SpokenBeat[];
  timer: readonly TimerEvent[];
}

/** The answer as it is spoken: word by word while the timer runs, waiting while it is paused, all at once on request. */
export function Transcript({ spoken, timer }: TranscriptProps) {
  const reading = useTimer(timer);
  const [whole, setWhole] = useState(false);
  const words = spokenText(spoken).split(" ");
  const told = whole || reading.state === "ended" ? words.length : spokenSoFar(spoken, reading.answerMs);
  const end = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!whole && told > 0) end.current?.scrollIntoView({ block: "nearest" });
  }, [told, whole]);
  return (
    <section
      aria-label="The answer"
      className="sticky top-[8.5rem] z-10 grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-6 border-b border-line bg-sunk px-4 py-2 md:static md:px-6"
    >
      <p
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable by keyboard (WCAG 2.1.1)
        tabIndex={0}
        className={clsx("overflow-y-auto font-serif", whole ? "max-h-[8lh]" : "h-[3lh]")}
      >
        {told === 0 ? (
          <span className="font-sans text-s text-soft">
            Start the timer, and the answer begins. Mark its beats as you hear them; pause stops both.
          </span>
        ) : (
          words.slice(0, told).join(" ")
        )}
        <span ref={end} />
        {told === words.length && (
          <span className="font-sans text-s text-soft"> · The answer ends here.</span>
        )}
      </p>
      {told < words.length || whole ? (
        <Button size="s" look="quiet" onClick={() => setWhole(!whole)} aria-pressed={whole}>
          {whole ? "As spoken" : "Show it all"}
        </Button>
      ) : null}
    </section>
  );
}
