import type { SaveReport } from "../save";

/** What each figure is held against: issue 4, "Proof". */
const TO_REACH = { ratioAlone: 2, crowdP95Ms: 300, ownBytes: 60_000, keypressP95Ms: 50 };

/** The report as a person reads it. */
export function printSave(report: SaveReport): string {
  const { saves, javascript, keypress } = report;
  const lines = saves.map(({ editors, how, ours, bare, ratioOfMedians, ratioOfP99s }) =>
    [
      `${editors} editor${editors === 1 ? "" : "s"}, ${how}:`.padEnd(29),
      `save ${ms(ours.medianMs)} median, ${ms(ours.p95Ms)} p95, ${ms(ours.p99Ms)} p99, ${ours.errors} errors of ${ours.n + ours.errors};`,
      `bare ${ms(bare.medianMs)}, ${ms(bare.p95Ms)}, ${ms(bare.p99Ms)}; x ${ratioOfMedians.toFixed(2)} median, x ${ratioOfP99s.toFixed(2)} p99`,
    ].join(" "),
  );
  return [
    `Node ${report.node}, ${report.cores} cores, PostgreSQL ${report.postgres}, fsync ${report.fsync}, synchronous_commit ${report.synchronousCommit}`,
    ...lines,
    `cockpit: ${kB(javascript.ownBytes)} of our own scripts and libraries, gzipped, over ${kB(javascript.frameworkBytes)} of a bare page`,
    `key to picture at ${keypress.slowDown}x slow-down: ${ms(keypress.medianMs)} median, ${ms(keypress.p95Ms)} p95, ${ms(keypress.worstMs)} worst of ${keypress.n}`,
    ...verdictsOf(report).map(line),
  ].join("\n");
}

interface Verdict {
  what: string;
  found: number;
  most: number;
}

/** What is asked of a save and of the cockpit, each with what was measured. */
function verdictsOf({ saves, only, javascript, keypress }: SaveReport): Verdict[] {
  const [alone, crowd] = [saves[0]?.ratioOfMedians, saves.at(-1)?.ours.p95Ms];
  const ofSaves = [
    { what: "one editor, ratio of medians", found: alone ?? Number.NaN, most: TO_REACH.ratioAlone },
    { what: "crowd, p95 in ms", found: crowd ?? Number.NaN, most: TO_REACH.crowdP95Ms },
  ];
  return [
    ...(only === null ? ofSaves : []),
    { what: "key to picture, p95 in ms", found: keypress.p95Ms, most: TO_REACH.keypressP95Ms },
    { what: "our own scripts and libraries in bytes", found: javascript.ownBytes, most: TO_REACH.ownBytes },
  ];
}

/** What was not reached; a save that failed is the first of it. */
export function missedOf(report: SaveReport): string[] {
  const failed = report.saves.filter(({ ours }) => ours.errors > 0);
  return [
    ...failed.map(({ editors, ours }) => `${ours.errors} errors with ${editors} editors`),
    ...verdictsOf(report)
      .filter((one) => !isReached(one))
      .map(({ what }) => what),
  ];
}

/** What was not measured is not reached. */
function isReached({ found, most }: Verdict): boolean {
  return found <= most;
}

function line(one: Verdict): string {
  const word = isReached(one) ? "reached" : "MISSED ";
  return `${word}  ${one.what}: ${one.found.toFixed(2)} (at most ${one.most})`;
}

const ms = (value: number) => `${value.toFixed(1)} ms`;
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
