"use client";

import { Dot } from "recharts";
import { FirstFew } from "../ui/first-few";
import { type Axis, placed } from "./axes";
import { MarkAxis } from "./mark-axis";
import { Plot } from "./plot";

/** One row: an estimate with its interval, or the words why there is none. */
export type ForestRow = { key: string; name: string; n: string } & (
  | {
      value: number;
      interval: readonly [number, number] | null;
      printed: string;
      /** Small, below what is printed. */
      under?: string;
    }
  | { missing: string }
);

interface ForestPlotProps {
  axis: Axis;
  rows: readonly ForestRow[];
  /** Dashed lines whose meaning the figure's words give. */
  marks?: readonly number[];
  /** Prints each dashed line's own number above it. */
  markLabel?: (mark: number) => string;
  label: (tick: number) => string;
}

const ROW = 34;
const TOP = 6;
const MARK_LABEL = 14;
const AXIS_HEIGHT = 20;
const NAMES = 178;
const FIGURES = 54;

/** Estimates with their intervals on the whole scale; a row without a figure says so in its place. */
export function ForestPlot({ rows, ...rest }: ForestPlotProps) {
  return (
    <FirstFew of={rows} noun="rows">
      {(shown) => <Forest rows={shown} {...rest} />}
    </FirstFew>
  );
}

function Forest({ axis, rows, marks = [], markLabel, label }: ForestPlotProps) {
  const top = markLabel ? TOP + MARK_LABEL : TOP;
  const bottom = top + rows.length * ROW;
  return (
    <Plot
      height={bottom + AXIS_HEIGHT}
      firstWidth={560}
      draw={(width) => {
        const range = [Math.min(NAMES, width * 0.36), width - FIGURES] as const;
        const x = (value: number) => placed(axis, range, value);
        return (
          <>
            <MarkAxis axis={axis} range={range} top={top} bottom={bottom} label={label} grid />
            {marks.map((mark) => (
              <g key={mark}>
                <line
                  className="stroke-line-strong"
                  strokeDasharray="3 3"
                  x1={x(mark)}
                  x2={x(mark)}
                  y1={top}
                  y2={bottom}
                />
                {markLabel && (
                  <text
                    className="fill-current text-soft"
                    fontSize={11}
                    textAnchor="middle"
                    x={x(mark)}
                    y={top - 4}
                  >
                    {markLabel(mark)}
                  </text>
                )}
              </g>
            ))}
            {rows.map((row, index) => (
              <ForestLine
                key={row.key}
                row={row}
                y={top + index * ROW + ROW / 2}
                x={x}
                range={range}
                width={width}
              />
            ))}
          </>
        );
      }}
    />
  );
}

interface ForestLineProps {
  row: ForestRow;
  y: number;
  x: (value: number) => number;
  range: readonly [number, number];
  width: number;
}

function ForestLine({ row, y, x, range, width }: ForestLineProps) {
  return (
    <>
      <text className="fill-current text-ink" fontSize={13} fontWeight={500} x={0} y={y - 1}>
        {row.name}
      </text>
      <text className="fill-current text-soft" fontSize={11} x={0} y={y + 12}>
        {row.n}
      </text>
      {"missing" in row ? (
        <>
          <line
            className="stroke-line-strong"
            strokeDasharray="2 3"
            x1={range[0]}
            x2={range[1]}
            y1={y + 7}
            y2={y + 7}
          />
          <text
            className="fill-current stroke-paper text-soft [paint-order:stroke]"
            strokeWidth={4}
            fontSize={11.5}
            x={range[0] + 6}
            y={y + 1}
          >
            {row.missing}
          </text>
        </>
      ) : (
        <>
          {row.interval && (
            <line
              className="stroke-level-4 forced-colors:stroke-[CanvasText]"
              strokeWidth={3}
              strokeLinecap="round"
              x1={x(row.interval[0])}
              x2={x(row.interval[1])}
              y1={y}
              y2={y}
            />
          )}
          <Dot
            cx={x(row.value)}
            cy={y}
            r={5.5}
            className="fill-accent stroke-paper forced-colors:fill-[CanvasText]"
            strokeWidth={1.5}
          />
          <text className="fill-current text-ink" fontSize={13} textAnchor="end" x={width} y={y + 4}>
            {row.printed}
          </text>
          {row.under && (
            <text className="fill-current text-soft" fontSize={11} textAnchor="end" x={width} y={y + 15}>
              {row.under}
            </text>
          )}
        </>
      )}
    </>
  );
}
