import { POSITIONS } from "@/lib/domain/scale";
import { levelColor, positionColor } from "./axes";
import { Columns } from "./columns";

interface LevelHistogramProps {
  /** The scale, low end first: every level, used or not. */
  levels: readonly number[];
  /** How often each was given, in the same order. */
  counts: readonly number[];
  /** Two sides about a best middle: the diverging colours. */
  bipolar: boolean;
  most: number;
  label: (level: number) => string;
}

/** How often one interviewer used each level, or each position of a two-sided scale. */
export function LevelHistogram({ levels, counts, bipolar, most, label }: LevelHistogramProps) {
  const axis = { domain: [levels[0] ?? 0, levels.at(-1) ?? 1], ticks: levels } as const;
  return (
    <Columns
      axis={axis}
      most={most}
      columns={levels.map((level, place) => ({
        at: level,
        count: counts[place] ?? 0,
        color: colorOf(level, place, levels.length, bipolar),
      }))}
      label={label}
    />
  );
}

/** Steps of the one ramp from low to high, however many levels there are. */
const RAMP = 5;

function colorOf(level: number, place: number, of: number, bipolar: boolean): string {
  const position = POSITIONS.find((each) => each === level);
  if (bipolar && position !== undefined) return positionColor(position);
  return levelColor(1 + Math.round(((RAMP - 1) * place) / Math.max(1, of - 1)));
}
