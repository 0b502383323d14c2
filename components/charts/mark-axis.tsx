"use client";

import { CartesianAxis } from "recharts";
import { type Axis, placed } from "./axes";

interface MarkAxisProps {
  axis: Axis;
  /** Ends of the line, in pixels; first and last tick too unless `ticksRange` says otherwise. */
  range: readonly [number, number];
  ticksRange?: readonly [number, number];
  /** Top and bottom of the drawing area. */
  top: number;
  bottom: number;
  label: (tick: number) => string;
  /** Faint lines at the ticks, where points float freely. */
  grid?: boolean;
}

/** The scale under a picture: every tick, never a chosen part of them. */
export function MarkAxis({
  axis,
  range,
  ticksRange = range,
  top,
  bottom,
  label,
  grid = false,
}: MarkAxisProps) {
  const [from, to] = range;
  const ticks = axis.ticks.map((value, index) => ({
    value,
    index,
    coordinate: placed(axis, ticksRange, value),
  }));
  return (
    <>
      {grid &&
        ticks.map(({ value, coordinate }) => (
          <line key={value} className="stroke-line" x1={coordinate} x2={coordinate} y1={top} y2={bottom} />
        ))}
      <line className="stroke-line-strong" x1={from} x2={to} y1={bottom} y2={bottom} />
      <CartesianAxis
        orientation="bottom"
        x={from}
        y={bottom}
        width={to - from}
        height={20}
        viewBox={{ x: from, y: top, width: to - from, height: bottom - top }}
        ticks={ticks}
        interval={0}
        axisLine={false}
        tickLine={false}
        tickSize={2}
        tickFormatter={(tick: number) => label(tick)}
        tick={{ fill: "currentColor", fontSize: 11, className: "text-soft tabular-nums" }}
      />
    </>
  );
}
