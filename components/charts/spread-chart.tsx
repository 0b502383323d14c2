import { Columns } from "./columns";

interface SpreadChartProps {
  /** Candidates whose interviewers are at most 0, 1, 2 ... points apart: the whole scale. */
  spread: readonly number[];
  most: number;
}

/** How far apart interviewers are on the same candidate. From two points on, a debrief is asked for. */
export function SpreadChart({ spread, most }: SpreadChartProps) {
  return (
    <Columns
      axis={{ domain: [0, Math.max(1, spread.length - 1)], ticks: [...spread.keys()] }}
      most={most}
      columns={spread.map((count, points) => ({
        at: points,
        count,
        color: points < 2 ? "var(--level-2)" : "var(--level-4)",
      }))}
      label={String}
    />
  );
}
