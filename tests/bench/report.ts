import type { Figure } from "./measure";

/** What `npm run bench -- --json` prints. */
export interface Report {
  takenAt: string;
  node: string;
  cores: number;
  postgres: string;
  fsync: string;
  synchronousCommit: string;
  figures: Figure[];
}

const WIDTHS = [28, 13, 5, 10, 10, 10, 10, 9, 9];

export function asTable({ node, cores, postgres, fsync, synchronousCommit, figures }: Report): string {
  const heading = ["", "beside", "n", "median ms", "p99 ms", "bare med.", "bare p99", "x median", "x p99"];
  const rows = figures.map((figure) => [
    figure.name,
    figure.bareName,
    String(figure.n),
    ...[figure.medianMs, figure.p99Ms, figure.bareMedianMs, figure.bareP99Ms].map((ms) => ms.toFixed(2)),
    ...[figure.ratioOfMedians, figure.ratioOfP99s].map((ratio) => ratio.toFixed(2)),
  ]);
  return [
    `Node ${node}, ${cores} cores, PostgreSQL ${postgres}, fsync ${fsync}, synchronous_commit ${synchronousCommit}`,
    ...[heading, ...rows].map(line),
  ].join("\n");
}

function line(cells: readonly string[]): string {
  return cells
    .map((cell, i) => (i < 2 ? cell.padEnd(WIDTHS[i] ?? 0) : cell.padStart(WIDTHS[i] ?? 0)))
    .join(" ");
}
