"use client";

import { Dot, Rectangle } from "recharts";
import { placed, stacked } from "./axes";
import { Plot } from "./plot";

export interface BeatBar {
  name: string;
  /** Seconds as each interviewer timed them; a beat that was skipped has 0. */
  seconds: readonly number[];
  from: number;
  to: number;
}

const ROW = 17;
const NAMES = 74;
const FIGURES = 50;
/** One scale for every beat and interviewer; a longer beat is drawn at the edge and printed as it is. */
const LONGEST_SECONDS = 60;
const axis = { domain: [0, LONGEST_SECONDS], ticks: [0, LONGEST_SECONDS] } as const;

/**
 * Seconds spent on each beat, over the band it is meant to take. One timer is a bar, several are a dot each: never a
 * mean. Pace is information, never a score.
 */
export function BeatBars({ beats }: { beats: readonly BeatBar[] }) {
  return (
    <Plot
      height={beats.length * ROW}
      firstWidth={240}
      draw={(width) => {
        const range = [NAMES, width - FIGURES] as const;
        const x = (seconds: number) => placed(axis, range, seconds);
        return beats.map(({ name, seconds, from, to }, index) => {
          const middle = index * ROW + ROW / 2;
          return (
            <g key={name}>
              <text className="fill-current text-soft" fontSize={11} x={0} y={middle + 4}>
                {name}
              </text>
              <Rectangle
                x={x(from)}
                y={middle - 6}
                width={x(to) - x(from)}
                height={12}
                className="fill-level-2"
                isAnimationActive={false}
              />
              <line className="stroke-line-strong" x1={range[0]} x2={range[1]} y1={middle} y2={middle} />
              <Spent seconds={seconds} x={x} middle={middle} />
              <text
                className={`fill-current ${seconds.some(Boolean) ? "text-ink" : "text-faint"}`}
                fontSize={11}
                textAnchor="end"
                x={width}
                y={middle + 4}
              >
                {secondsText(seconds)}
              </text>
            </g>
          );
        });
      }}
    />
  );
}

interface SpentProps {
  seconds: readonly number[];
  x: (seconds: number) => number;
  middle: number;
}

function Spent({ seconds, x, middle }: SpentProps) {
  const [only = 0] = seconds;
  if (seconds.length === 1) {
    if (only === 0) return null;
    return <line className="stroke-ink" strokeWidth={3} x1={x(0)} x2={x(only)} y1={middle} y2={middle} />;
  }
  if (!seconds.some(Boolean)) return null;
  const heights = stacked(seconds);
  return seconds.map((each, index) => (
    <Dot
      // biome-ignore lint/suspicious/noArrayIndexKey: timers have no name here, and equal ones look the same
      key={index}
      cx={x(each)}
      cy={middle - (heights[index] ?? 0) * 3}
      r={2.75}
      className="fill-ink stroke-paper"
      strokeWidth={0.75}
    />
  ));
}

/** "12 s", "9–14 s" where interviewers timed it differently, a dash where the beat was not heard. */
export function secondsText(seconds: readonly number[]): string {
  const [low, high] = [Math.min(...seconds), Math.max(...seconds)];
  if (seconds.length === 0 || high === 0) return "–";
  return low === high ? `${low} s` : `${low}–${high} s`;
}
