"use client";

import { Rectangle } from "recharts";
import { markLabel, POSITIONS } from "@/lib/domain/scale";
import { pitch, placed, positionAxis, positionColor } from "./axes";
import { MarkAxis } from "./mark-axis";
import { type MarkPlotProps, MarkPoints } from "./mark-points";
import { Plot } from "./plot";

const EDGE = 18;
const TOP = 15;
const STEP = 10;
const AXIS_HEIGHT = 17;
const BAR_WIDTH_MAX = 34;

const rangeAt = (width: number) => [EDGE, width - EDGE] as const;
const barAt = (width: number) => Math.min(BAR_WIDTH_MAX, pitch(positionAxis, rangeAt(width)) - 6);

/** Calibration: how many interviewers stand at each of the five positions, both sides always drawn. */
export function PositionHistogram({ dots, stack, ...points }: MarkPlotProps) {
  const bottom = TOP + Math.max(3, stack) * STEP;
  const columns = POSITIONS.map((position) => ({
    position,
    dots: dots.filter((dot) => dot.mark === position),
  }));
  const calm = columns.find(({ position }) => position === 0)?.dots.length ?? 0;
  return (
    <Plot
      height={bottom + AXIS_HEIGHT}
      draw={(width) => {
        const range = rangeAt(width);
        const bar = barAt(width);
        const middle = placed(positionAxis, range, 0);
        return (
          <>
            <line
              className="stroke-line-strong"
              strokeDasharray="2 3"
              x1={middle}
              x2={middle}
              y1={2}
              y2={calm > 0 ? Math.max(2, bottom - calm * STEP - 15) : bottom}
            />
            {columns.map(({ position, dots: here }) => {
              const x = placed(positionAxis, range, position);
              return (
                here.length > 0 && (
                  <g key={position}>
                    <Rectangle
                      x={x - bar / 2}
                      y={bottom - here.length * STEP}
                      width={bar}
                      height={here.length * STEP}
                      fill={positionColor(position)}
                      className="stroke-line-strong"
                      isAnimationActive={false}
                    />
                    <text
                      className="fill-current text-ink"
                      fontSize={11}
                      fontWeight={600}
                      textAnchor="middle"
                      x={x}
                      y={bottom - here.length * STEP - 4}
                    >
                      {here.length}
                    </text>
                  </g>
                )
              );
            })}
            <MarkAxis
              axis={positionAxis}
              range={[range[0] - bar / 2, range[1] + bar / 2]}
              ticksRange={range}
              top={TOP}
              bottom={bottom}
              label={(tick) => markLabel("calibration", POSITIONS[tick + 2] ?? 0)}
            />
          </>
        );
      }}
      points={(width) => (
        <MarkPoints
          {...points}
          points={columns.flatMap(({ dots: here }) =>
            here.map((dot, height) => ({
              dot,
              left: placed(positionAxis, rangeAt(width), dot.mark),
              top: bottom - (height + 0.5) * STEP,
            })),
          )}
          shape="block"
          width={barAt(width)}
          height={STEP}
        />
      )}
    />
  );
}
