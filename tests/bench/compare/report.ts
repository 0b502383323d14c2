import type { Paints } from "./paint";

/** One thing measured at one size of the organisation. */
export interface Timed {
  name: string;
  n: number;
  medianMs: number;
  p95Ms: number;
  /** The bare signed-in page of the same app, asked in turn with it. */
  bareMedianMs: number;
  bareP95Ms: number;
  bytes: number;
}

export interface Exported {
  ratings: number;
  bytes: number;
  seconds: number;
  /** Of the server process, before and at the highest. */
  rssBeforeMb: number;
  rssPeakMb: number;
  /** What the second half of the export kept more than the first: lowest after collection, against lowest. */
  rssKeptMb: number;
}

export interface SizeReport {
  scorecards: number;
  seedSeconds: number;
  timed: Timed[];
  /** Statements a page issues, its frame included, BEGIN and COMMIT left out. */
  queries: Record<string, number>;
  /** Milliseconds for the first comparison of an opening after a change: the fair scores are fitted. */
  coldFitMs: number;
  exported: Exported;
}

export interface CompareReport {
  takenAt: string;
  node: string;
  cores: number;
  sizes: SizeReport[];
  /** p95 at the largest size over p95 at the smallest. */
  growth: Record<string, number>;
  /** A comparison opened cold in a browser with the processor slowed four times; null where there is no browser. */
  paints: Paints | null;
  misses: string[];
  /** What was asked of this bench and not done in this run: silence would read as success. */
  notMeasured: string[];
}

export function asTable({ sizes, growth, paints, misses, notMeasured, node, cores }: CompareReport): string {
  const lines = [`Node ${node}, ${cores} cores`];
  for (const { scorecards, seedSeconds, timed, queries, coldFitMs, exported } of sizes) {
    lines.push("", `${scorecards.toLocaleString("en")} scorecards (seeded in ${seedSeconds.toFixed(0)} s)`);
    for (const each of timed) {
      lines.push(
        `  ${each.name.padEnd(34)} median ${ms(each.medianMs)}  p95 ${ms(each.p95Ms)}  ${(each.bytes / 1000).toFixed(0).padStart(6)} kB` +
          `   bare page ${ms(each.bareMedianMs)} / ${ms(each.bareP95Ms)}   n ${each.n}`,
      );
    }
    lines.push(
      `  statements: ${Object.entries(queries)
        .map(([page, count]) => `${page} ${count}`)
        .join(", ")}; first fit of the opening ${ms(coldFitMs)}`,
      `  export: ${exported.ratings.toLocaleString("en")} ratings, ${(exported.bytes / 1e6).toFixed(1)} MB in ${exported.seconds.toFixed(1)} s, ` +
        `server memory ${exported.rssBeforeMb.toFixed(0)} -> at most ${exported.rssPeakMb.toFixed(0)} MB, ` +
        `kept in its second half ${exported.rssKeptMb.toFixed(0)} MB more`,
    );
  }
  lines.push(
    "",
    `p95, largest over smallest: ${Object.entries(growth)
      .map(([name, ratio]) => `${name} ${ratio.toFixed(2)}`)
      .join(", ")}`,
    `first chart, cold, processor 4 times slower: ${
      paints === null ? "no browser here" : `${ms(paints.chartMs)}   bare page ${ms(paints.bareMs)}`
    }`,
    ...notMeasured.map((what) => `Not measured: ${what}`),
    misses.length > 0
      ? `Missed: ${misses.join("; ")}`
      : notMeasured.length > 0
        ? "Every target that was measured is met."
        : "Every target is met.",
  );
  return lines.join("\n");
}

const ms = (value: number) => `${value.toFixed(1).padStart(7)} ms`;

/** What issue 5 asks of the largest organisation, in words where it is missed. */
export function missesOf(
  sizes: readonly SizeReport[],
  growth: Record<string, number>,
  paints: Paints | null,
) {
  const largest = sizes.at(-1);
  if (!largest) return ["nothing was measured"];
  const over = (limit: number, unit: string) => (name: string, value: number) =>
    value > limit ? [`${name} ${value.toFixed(2)} ${unit} (at most ${limit})`] : [];
  return [
    ...largest.timed.flatMap(({ name, p95Ms }) =>
      over(name.startsWith("heatmap") ? 300 : 200, "ms p95")(name, p95Ms),
    ),
    ...Object.entries(growth).flatMap(([name, ratio]) => over(1.5, "times the smallest")(name, ratio)),
    ...Object.entries(largest.queries).flatMap(([page, count]) => over(8, "statements")(page, count)),
    ...(paints === null ? [] : over(1_000, "ms to the first chart")("comparison", paints.chartMs)),
    ...over(KEPT_MAX_MB, "MB kept as the export goes on")("export", largest.exported.rssKeptMb),
  ];
}

/** Constant memory: what an export keeps does not grow while it goes on. A page of rows and the runtime's own mood are less. */
const KEPT_MAX_MB = 64;

/** What issue 5 asks for and this run did not look at. */
export function notMeasuredIn(sizes: readonly SizeReport[], paints: Paints | null): string[] {
  const measured = sizes.map(({ scorecards }) => scorecards);
  return [
    ...[10_000, 100_000, 1_000_000]
      .filter((size) => !measured.includes(size))
      .map((size) => `${size.toLocaleString("en")} scorecards`),
    ...(paints === null ? ["the first chart: there is no browser here"] : []),
    ...(sizes.length < 2 ? ["growth: it needs two sizes"] : []),
  ];
}
