import type { ReactNode } from "react";
import type { MarkCounts } from "@/lib/domain/composite";
import {
  DIMENSIONS,
  type Dimension,
  HIGHEST_LEVEL,
  LEVELS,
  LOWEST_LEVEL,
  markLabel,
  POSITIONS,
} from "@/lib/domain/scale";
import { levelColor, positionColor } from "./axes";
import { NoData } from "./no-data";

/** One dimension of one candidate: integers first, the mean quality from them; null when nobody observed it. */
export interface HeatFigure {
  counts: MarkCounts;
  n: number;
  quality: number | null;
  split: boolean;
}

interface HeatCellProps {
  dimension: Dimension;
  figure: HeatFigure;
}

/** A cell of the heatmap: the figure printed, its ground the step of the ramp nearest to it. */
export function HeatCell({ dimension, figure }: HeatCellProps) {
  if (figure.n === 0 || figure.quality === null)
    return <NoData className="flex! h-9 items-center justify-center">no data</NoData>;
  return dimension === "calibration" ? (
    <Sides {...figure} quality={figure.quality} />
  ) : (
    <Quality quality={figure.quality} n={figure.n} />
  );
}

function Quality({ quality, n }: { quality: number; n: number }) {
  const step = Math.min(HIGHEST_LEVEL, Math.max(LOWEST_LEVEL, Math.round(quality)));
  return (
    <span
      data-tint
      className="flex h-9 items-center justify-center gap-1.5 whitespace-nowrap rounded-s border border-line-strong text-s font-[560] tabular-nums"
      style={{ background: levelColor(step), color: `var(--level-${step}-ink)` }}
    >
      {quality.toFixed(2)}
      <span className="text-xs font-normal">n {n}</span>
    </span>
  );
}

/** Calibration is never a signed mean: how many stand on each side, the positions as shares, the mean folded quality. */
function Sides({ counts, n, quality, split }: HeatFigure & { quality: number }) {
  const at = (position: (typeof POSITIONS)[number]) => counts[`${position}`] ?? 0;
  const [low, calm, high] = [at(-2) + at(-1), at(0), at(1) + at(2)];
  return (
    <span className="block">
      <span aria-hidden className="flex h-5 items-center justify-between gap-1 text-s tabular-nums">
        <span className={low > 0 ? "font-[560]" : "text-faint"}>◀ {low}</span>
        <span className={calm > 0 ? "font-[560]" : "text-faint"}>{calm}</span>
        <span className={high > 0 ? "font-[560]" : "text-faint"}>{high} ▶</span>
      </span>
      <span aria-hidden data-tint className="flex h-4 overflow-hidden rounded-s border border-line-strong">
        {POSITIONS.filter((position) => at(position) > 0).map((position) => (
          <span
            key={position}
            className="grid place-items-center border-r border-line-strong text-[0.625rem] leading-none last:border-r-0"
            style={{
              width: `${(at(position) / n) * 100}%`,
              background: positionColor(position),
              color: `var(--cal-${position}-ink)`,
            }}
          >
            {markLabel("calibration", position)}
          </span>
        ))}
      </span>
      <span className="sr-only">
        {low} on the deflecting side, {calm} in the middle, {high} on the spiralling side,{" "}
      </span>
      <span className="mt-1 flex flex-wrap gap-x-1.5 text-xs leading-tight text-soft tabular-nums">
        quality {quality.toFixed(2)}
        <span>n {n}</span>
        {split && <b className="font-[650] text-warn">split</b>}
      </span>
    </span>
  );
}

/** What the grounds mean. Numbers are printed in every cell; this is for who reads the picture first. */
export function HeatLegend({ low, high }: { low: string; high: string }) {
  const swatch = "grid h-5 min-w-7 place-items-center border border-line-strong px-1";
  return (
    <p aria-hidden className="flex flex-wrap items-center gap-x-6 gap-y-2 text-xs text-soft">
      <span className="flex items-center gap-2">
        Mean level
        <span className="flex">
          {LEVELS.map((level) => (
            <span
              key={level}
              data-tint
              className={swatch}
              style={{ background: levelColor(level), color: `var(--level-${level}-ink)` }}
            >
              {level}
            </span>
          ))}
        </span>
      </span>
      <span className="flex items-center gap-2">
        ◀ {low}
        <span className="flex">
          {POSITIONS.map((position) => (
            <span
              key={position}
              data-tint
              className={swatch}
              style={{ background: positionColor(position), color: `var(--cal-${position}-ink)` }}
            >
              {markLabel("calibration", position)}
            </span>
          ))}
        </span>
        {high} ▶
      </span>
      <NoData>no data</NoData>
    </p>
  );
}

interface HeatRow {
  key: string;
  head: ReactNode;
  /** The composite, or why there is none. */
  sum: ReactNode;
  dimensions: Record<Dimension, HeatFigure>;
}

interface HeatmapProps {
  caption: string;
  /** Names of the rubric's dimensions. */
  names: Record<Dimension, string>;
  rows: readonly HeatRow[];
}

/** Candidates by dimensions. A real table: the picture and its numbers are the same thing. */
export function Heatmap({ caption, names, rows }: HeatmapProps) {
  const head = "sticky top-0 bg-paper px-1 pb-2 align-bottom text-xs font-[560] text-soft print:static";
  return (
    <table className="w-full min-w-[42rem] table-fixed border-separate border-spacing-0 text-s">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className={`${head} w-48 pl-0 text-left max-lg:w-28`}>
            Candidate
          </th>
          {DIMENSIONS.map((dimension) => (
            <th
              key={dimension}
              scope="col"
              className={`${head} text-left ${dimension === "calibration" ? "w-40 max-lg:w-36" : ""}`}
            >
              {names[dimension]}
            </th>
          ))}
          <th scope="col" className={`${head} w-28 text-right max-lg:w-[4.5rem]`}>
            Composite
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={row.key} data-row={at}>
            <th scope="row" className="border-t border-line py-1 pr-3 text-left font-normal">
              {row.head}
            </th>
            {DIMENSIONS.map((dimension) => (
              <td key={dimension} className="border-t border-line p-1">
                <HeatCell dimension={dimension} figure={row.dimensions[dimension]} />
              </td>
            ))}
            <td className="border-t border-line py-1 pl-2 text-right">{row.sum}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
