"use client";

import { Dot } from "recharts";
import { type Dimension, type Mark, markLabel } from "@/lib/domain/scale";
import { axisOf, pitch, placed, stacked } from "./axes";
import { MarkAxis } from "./mark-axis";
import { type MarkPlotProps, MarkPoints } from "./mark-points";
import { Plot } from "./plot";

interface DotPlotProps extends MarkPlotProps {
  dimension: Dimension;
  median: number | null;
}

const RADIUS = 4.75;
const STEP = 10.5;
const EDGE = 14;
const TOP = 9;
const AXIS_HEIGHT = 17;
/** Wide enough to hit, never so wide that neighbours overlap. */
const POINT_WIDTH_MAX = 28;

const rangeAt = (width: number) => [EDGE, width - EDGE] as const;

/** Every interviewer's dot on the whole scale, with the median as a tick. Never a bar of means. */
export function DotPlot({ dimension, dots, median, stack, ...points }: DotPlotProps) {
  const axis = axisOf(dimension);
  const heights = stacked(dots.map((dot) => dot.mark));
  const bottom = TOP + Math.max(3, stack) * STEP + 2;
  const placedAt = (width: number) =>
    dots.map((dot, index) => ({
      dot,
      left: placed(axis, rangeAt(width), dot.mark),
      top: bottom - STEP / 2 - 2 - (heights[index] ?? 0) * STEP,
    }));
  return (
    <Plot
      height={bottom + AXIS_HEIGHT}
      draw={(width) => {
        const range = rangeAt(width);
        const middle = median === null ? null : placed(axis, range, median);
        return (
          <>
            <MarkAxis
              axis={axis}
              range={range}
              top={TOP - 3}
              bottom={bottom}
              label={(tick) => markLabel(dimension, tick as Mark)}
              grid
            />
            {middle !== null && (
              <line className="stroke-ink" strokeWidth={2} x1={middle} x2={middle} y1={1} y2={bottom} />
            )}
            {placedAt(width).map(({ dot, left, top }) => (
              <Dot
                key={dot.key}
                cx={left}
                cy={top}
                r={dot.key === points.picked ? RADIUS + 1.5 : RADIUS}
                className="fill-level-5 stroke-paper forced-colors:fill-[CanvasText]"
                strokeWidth={1.5}
              />
            ))}
          </>
        );
      }}
      points={(width) => (
        <MarkPoints
          {...points}
          points={placedAt(width)}
          shape="dot"
          width={Math.min(POINT_WIDTH_MAX, pitch(axis, rangeAt(width)))}
          height={STEP}
        />
      )}
    />
  );
}
