"use client";

import { Curve, Dot } from "recharts";
import { placed } from "./axes";
import { Plot } from "./plot";

export interface DriftPoint {
  at: string;
  value: number;
  lower: number;
  upper: number;
  outside: boolean;
}

interface DriftChartProps {
  points: readonly DriftPoint[];
  /** Points above and below 0 that fill the height: shared by small multiples. */
  reach: number;
  day: (at: string) => string;
  label: (value: number) => string;
}

const HEIGHT = 118;
const TOP = 8;
const BOTTOM = HEIGHT - 20;
const LEFT = 30;

/** A control chart: a fading mean in order of time about 0, between limits that widen as it fills. */
export function DriftChart({ points, reach, day, label }: DriftChartProps) {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return null;
  return (
    <Plot
      height={HEIGHT}
      firstWidth={220}
      draw={(width) => {
        const x = (place: number) =>
          LEFT + (points.length === 1 ? 0.5 : place / (points.length - 1)) * (width - LEFT - 8);
        const y = (value: number) => placed({ domain: [-reach, reach], ticks: [] }, [BOTTOM, TOP], value);
        const line = (of: (point: DriftPoint) => number) =>
          points.map((point, place) => ({ x: x(place), y: y(of(point)) }));
        return (
          <>
            {[reach, 0, -reach].map((tick) => (
              <text
                key={tick}
                className="fill-current text-soft"
                fontSize={10.5}
                textAnchor="end"
                x={LEFT - 5}
                y={y(tick) + 4}
              >
                {label(tick)}
              </text>
            ))}
            <line className="stroke-line-strong" x1={LEFT} x2={width - 8} y1={y(0)} y2={y(0)} />
            {(["upper", "lower"] as const).map((limit) => (
              <Curve
                key={limit}
                points={line((point) => point[limit])}
                type="linear"
                className="fill-none stroke-line-strong"
                strokeDasharray="4 3"
              />
            ))}
            <Curve
              points={line(({ value }) => value)}
              type="linear"
              className="fill-none stroke-level-4"
              strokeWidth={2}
            />
            {points.map(
              ({ outside, value, at }, place) =>
                outside && (
                  <Dot
                    key={at}
                    cx={x(place)}
                    cy={y(value)}
                    r={4.5}
                    className="fill-accent stroke-paper forced-colors:fill-[CanvasText]"
                    strokeWidth={1.5}
                  />
                ),
            )}
            <text className="fill-current text-soft" fontSize={10.5} x={LEFT} y={HEIGHT - 4}>
              {day(first.at)}
            </text>
            <text
              className="fill-current text-soft"
              fontSize={10.5}
              textAnchor="end"
              x={width - 8}
              y={HEIGHT - 4}
            >
              {day(last.at)}
            </text>
          </>
        );
      }}
    />
  );
}
