"use client";

import { Dot } from "recharts";
import { levelAxis, placed } from "./axes";
import { MarkAxis } from "./mark-axis";
import { Plot } from "./plot";

interface IntervalStripProps {
  value: number;
  interval: readonly [number, number];
  /** The raw figure, as an open ring: what the interval is read against. */
  raw: number | null;
}

const EDGE = 14;
const MIDDLE = 9;
const BOTTOM = 18;
const HEIGHT = 35;

/** One estimate with its interval on the whole scale of levels, the raw figure beside it. */
export function IntervalStrip({ value, interval, raw }: IntervalStripProps) {
  return (
    <Plot
      height={HEIGHT}
      draw={(width) => {
        const range = [EDGE, width - EDGE] as const;
        const x = (figure: number) => placed(levelAxis, range, figure);
        return (
          <>
            <MarkAxis axis={levelAxis} range={range} top={1} bottom={BOTTOM} label={String} grid />
            <line
              className="stroke-level-4 forced-colors:stroke-[CanvasText]"
              strokeWidth={3}
              strokeLinecap="round"
              x1={x(interval[0])}
              x2={x(interval[1])}
              y1={MIDDLE}
              y2={MIDDLE}
            />
            {raw !== null && (
              <Dot cx={x(raw)} cy={MIDDLE} r={5.5} className="fill-none stroke-ink" strokeWidth={1.25} />
            )}
            <Dot
              cx={x(value)}
              cy={MIDDLE}
              r={3.5}
              className="fill-accent stroke-paper forced-colors:fill-[CanvasText]"
              strokeWidth={1}
            />
          </>
        );
      }}
    />
  );
}
