"use client";

import { Curve, Dot } from "recharts";
import { type Axis, placed, reliabilityAxis } from "./axes";
import { MarkAxis } from "./mark-axis";
import { Plot } from "./plot";

interface SizeCurveProps {
  /** Reliability with 1, 2, 3 ... interviewers. */
  points: readonly { interviewers: number; phi: number; interval: readonly [number, number] | null }[];
  /** The reliability that is asked for, as a dashed line. */
  wanted: number;
  /** Interviewers a candidate has today, on average; marked on the axis. */
  now: number;
}

const HEIGHT = 230;
const LEFT = 34;
const RIGHT = 30;
const TOP = 14;
const AXIS_HEIGHT = 36;

/** How reliability grows with the size of a panel, with its 95 % intervals. Every point is printed; the whole range stays in sight. */
export function SizeCurve({ points, wanted, now }: SizeCurveProps) {
  const bottom = HEIGHT - AXIS_HEIGHT;
  const most = Math.max(2, ...points.map(({ interviewers }) => interviewers));
  const sizes: Axis = { domain: [1, most], ticks: points.map(({ interviewers }) => interviewers) };
  return (
    <Plot
      height={HEIGHT}
      firstWidth={520}
      draw={(width) => {
        const range = [LEFT, width - RIGHT] as const;
        const x = (size: number) => placed(sizes, range, size);
        const y = (phi: number) => placed(reliabilityAxis, [bottom, TOP], phi);
        const placedPoints = points.map(({ interviewers, phi }) => ({ x: x(interviewers), y: y(phi) }));
        return (
          <>
            {reliabilityAxis.ticks.map((tick) => (
              <g key={tick}>
                <line className="stroke-line" x1={LEFT} x2={width - RIGHT} y1={y(tick)} y2={y(tick)} />
                <text
                  className="fill-current text-soft"
                  fontSize={11}
                  textAnchor="end"
                  x={LEFT - 6}
                  y={y(tick) + 4}
                >
                  {tick === 0 || tick === 1 ? tick : tick.toFixed(1).replace(/^0/, "")}
                </text>
              </g>
            ))}
            <line
              className="stroke-ink"
              strokeDasharray="4 3"
              x1={LEFT}
              x2={width - RIGHT}
              y1={y(wanted)}
              y2={y(wanted)}
            />
            <line
              className="stroke-line-strong"
              strokeDasharray="1 3"
              x1={x(now)}
              x2={x(now)}
              y1={TOP}
              y2={bottom}
            />
            <text
              className="fill-current text-soft"
              fontSize={11}
              textAnchor="middle"
              x={x(now)}
              y={HEIGHT - 3}
            >
              today {now.toFixed(1)}
            </text>
            <Curve
              points={placedPoints}
              type="monotone"
              className="fill-none stroke-level-4"
              strokeWidth={2}
            />
            {points.map(({ interviewers, phi, interval }, index) => (
              <g key={interviewers}>
                {interval !== null && (
                  <line
                    className="stroke-level-4"
                    strokeWidth={1.5}
                    x1={x(interviewers)}
                    x2={x(interviewers)}
                    y1={y(interval[0])}
                    y2={y(interval[1])}
                  />
                )}
                <Dot
                  cx={placedPoints[index]?.x ?? 0}
                  cy={placedPoints[index]?.y ?? 0}
                  r={4.5}
                  className="fill-accent stroke-paper forced-colors:fill-[CanvasText]"
                  strokeWidth={1.5}
                />
                <text
                  className="fill-current stroke-paper text-ink [paint-order:stroke]"
                  strokeWidth={3}
                  fontSize={11}
                  textAnchor="middle"
                  x={placedPoints[index]?.x ?? 0}
                  y={(placedPoints[index]?.y ?? 0) - 9}
                >
                  {phi.toFixed(2).replace(/^0/, "")}
                </text>
              </g>
            ))}
            <MarkAxis axis={sizes} range={range} top={TOP} bottom={bottom} label={String} />
          </>
        );
      }}
    />
  );
}
