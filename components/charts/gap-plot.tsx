"use client";

import { Dot } from "recharts";
import { gapAxis, placed } from "./axes";
import { Plot } from "./plot";

interface GapPlotProps {
  /** Signed points from the reference, oldest first; null where nothing was observed. */
  gaps: readonly (number | null)[];
  height?: number;
}

const EDGE = 26;
const TOP = 8;

/** How far each attempt was from its reference, over time and on the whole scale of differences. */
export function GapPlot({ gaps, height = 104 }: GapPlotProps) {
  const points = gaps.map((gap, place) => ({ gap, place }));
  const y = (gap: number) => placed(gapAxis, [height - TOP, TOP], gap);
  return (
    <Plot
      height={height}
      firstWidth={260}
      draw={(width) => {
        const range = [EDGE + 10, width - 10] as const;
        const x = (place: number) =>
          gaps.length < 2 ? range[0] : range[0] + (place / (gaps.length - 1)) * (range[1] - range[0]);
        return (
          <>
            {gapAxis.ticks.map((tick) => (
              <g key={tick}>
                <line
                  className={tick === 0 ? "stroke-line-strong" : "stroke-line"}
                  x1={EDGE}
                  x2={width}
                  y1={y(tick)}
                  y2={y(tick)}
                />
                <text
                  className="fill-current text-soft"
                  fontSize={10.5}
                  textAnchor="end"
                  x={EDGE - 6}
                  y={y(tick) + 3.5}
                >
                  {tick > 0 ? `+${tick}` : String(tick).replace("-", "−")}
                </text>
              </g>
            ))}
            {points.map(({ gap, place }) =>
              gap === null ? (
                <text
                  key={place}
                  className="fill-current text-faint"
                  fontSize={10.5}
                  textAnchor="middle"
                  x={x(place)}
                  y={y(0) - 4}
                >
                  –
                </text>
              ) : (
                <Dot key={place} cx={x(place)} cy={y(gap)} r={4} className="fill-accent stroke-sheet" />
              ),
            )}
          </>
        );
      }}
    />
  );
}
