"use client";

import { Rectangle } from "recharts";
import { type Axis, pitch, placed } from "./axes";
import { MarkAxis } from "./mark-axis";
import { Plot } from "./plot";

export interface Column {
  at: number;
  count: number;
  color: string;
}

interface ColumnsProps {
  axis: Axis;
  columns: readonly Column[];
  /** The count that fills the height: shared by small multiples, so that they can be compared. */
  most: number;
  label: (tick: number) => string;
  height?: number;
  firstWidth?: number;
}

const TOP = 15;
const AXIS_HEIGHT = 18;

/** A histogram of whole numbers over a whole scale, each count printed on its column. */
export function Columns({ axis, columns, most, label, height = 84, firstWidth = 180 }: ColumnsProps) {
  const bottom = height - AXIS_HEIGHT;
  const tall = (count: number) => (most === 0 ? 0 : (count / most) * (bottom - TOP));
  return (
    <Plot
      height={height}
      firstWidth={firstWidth}
      draw={(width) => {
        const edge = Math.min(24, width / 10);
        const range = [edge, width - edge] as const;
        const bar = Math.min(36, pitch(axis, range) - 4);
        return (
          <>
            {columns.map(({ at, count, color }) => {
              const x = placed(axis, range, at);
              return (
                <g key={at}>
                  {count > 0 && (
                    <Rectangle
                      x={x - bar / 2}
                      y={bottom - tall(count)}
                      width={bar}
                      height={tall(count)}
                      fill={color}
                      className="stroke-line-strong"
                      isAnimationActive={false}
                    />
                  )}
                  <text
                    className={`fill-current ${count > 0 ? "text-ink" : "text-faint"}`}
                    fontSize={10.5}
                    textAnchor="middle"
                    x={x}
                    y={bottom - tall(count) - 4}
                  >
                    {count}
                  </text>
                </g>
              );
            })}
            <MarkAxis
              axis={axis}
              range={[range[0] - bar / 2 - 2, range[1] + bar / 2 + 2]}
              ticksRange={range}
              top={TOP}
              bottom={bottom}
              label={label}
            />
          </>
        );
      }}
    />
  );
}
