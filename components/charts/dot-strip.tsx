import { Dot, Surface } from "recharts";
import type { MarkCounts } from "@/lib/domain/composite";
import { type Dimension, marksOf } from "@/lib/domain/scale";
import { axisOf, markColor, placed } from "./axes";

interface DotStripProps {
  dimension: Dimension;
  counts: MarkCounts;
}

const WIDTH = 60;
const HEIGHT = 32;
const RANGE = [6, WIDTH - 6] as const;
const STEP = 5.5;
/** Above this a stack would leave the strip: it prints its count instead. */
const TALLEST = 5;

/** A dimension's marks in the space of a word: a dot an interviewer, on the whole scale. For rows of a list. */
export function DotStrip({ dimension, counts }: DotStripProps) {
  const axis = axisOf(dimension);
  const bottom = HEIGHT - 3;
  return (
    <Surface
      width={WIDTH}
      height={HEIGHT}
      aria-hidden="true"
      focusable="false"
      style={{ display: "block", maxWidth: "100%" }}
    >
      <line className="stroke-line-strong" x1={RANGE[0] - 4} x2={RANGE[1] + 4} y1={bottom} y2={bottom} />
      {marksOf(dimension).map((mark) => {
        const x = placed(axis, RANGE, mark);
        const count = counts[`${mark}`] ?? 0;
        return (
          <g key={mark}>
            <line
              className="stroke-line-strong"
              x1={x}
              x2={x}
              y1={bottom}
              y2={bottom + (mark === 0 ? 3 : 2)}
            />
            {Array.from({ length: Math.min(count, TALLEST) }, (_, height) => `${mark}/${height}`).map(
              (key, height) => (
                <Dot
                  key={key}
                  cx={x}
                  cy={bottom - 3.5 - height * STEP}
                  r={2.75}
                  fill={dimension === "calibration" ? markColor(dimension, mark) : "var(--level-5)"}
                  className={dimension === "calibration" ? "stroke-line-strong" : "stroke-none"}
                  strokeWidth={0.75}
                />
              ),
            )}
            {count > TALLEST && (
              <text className="fill-current text-ink" fontSize={8} x={x + 3} y={7}>
                {count}
              </text>
            )}
          </g>
        );
      })}
    </Surface>
  );
}
