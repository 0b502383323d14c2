import { quantile } from "@/lib/stats/quantile";
import { randomIndex, seededRandom } from "@/lib/stats/random";
import type { Durability } from "../stand";
import { KINDS, type Kind, type Met } from "./rounds";
import type { Tally } from "./tally";

/** Issue 6, "Proof": load on one organisation moves another's p95 by at most a fifth. */
const RATIO_MAX = 1.2;
const DRAWS = 2_000;
const SEED = 20261128;

/** What the quiet house met of one kind while the loud one was still, and while it was loud. */
export interface KindFigure {
  kind: Kind | "all";
  quiet: Spread;
  loaded: Spread;
  ratioOfP95s: number;
  /** 95 % of how it would fall out again: rounds drawn anew, each quiet one with its loaded one. */
  interval: [number, number];
}

interface Spread {
  n: number;
  medianMs: number;
  p95Ms: number;
  /** Anything but 200. */
  refused: number;
}

interface Onset extends Spread {
  worstMs: number;
}

export interface IsolationReport extends Durability {
  takenAt: string;
  node: string;
  cores: number;
  processes: number;
  loadedSeconds: number;
  figures: KindFigure[];
  /** All that the quiet house met when a flood began: the first time, while the lanes start (6 s), and later (2 s each). */
  onsets: { first: Onset; later: Onset };
  /** The loud house's answers by kind and status; 0 was cut off by the end of a round. */
  loud: Tally;
  /** Changes of the loud house that were said to be saved, and how many operations its ledger holds. */
  saved: number;
  inLedger: number;
}

export function figuresOf(quiet: readonly Met[], loaded: readonly Met[]): KindFigure[] {
  return [...KINDS, "all" as const].map((kind) => {
    const kinds = kind === "all" ? KINDS : [kind];
    const [before, under] = [spreadOf(quiet, kinds), spreadOf(loaded, kinds)];
    const interval = intervalOf(quiet, loaded, kinds);
    return { kind, quiet: before, loaded: under, ratioOfP95s: under.p95Ms / before.p95Ms, interval };
  });
}

/** Percentile bootstrap over whole rounds: what disturbs a machine lasts longer than a request. */
function intervalOf(quiet: readonly Met[], loaded: readonly Met[], kinds: readonly Kind[]): [number, number] {
  const chance = seededRandom(SEED);
  const p95 = (rounds: readonly Met[], drawn: readonly number[]) =>
    quantile(
      drawn.flatMap((round) => kinds.flatMap((kind) => rounds[round]?.[kind].ms ?? [])).sort((a, b) => a - b),
      0.95,
    );
  const ratios = Array.from({ length: DRAWS }, () => {
    const drawn = quiet.map(() => randomIndex(chance, quiet.length));
    return p95(loaded, drawn) / p95(quiet, drawn);
  }).sort((a, b) => a - b);
  return [quantile(ratios, 0.025), quantile(ratios, 0.975)];
}

export function onsetOf(rounds: readonly Met[]): Onset {
  const worstMs = Math.max(...rounds.flatMap((round) => KINDS.flatMap((kind) => round[kind].ms)));
  return { ...spreadOf(rounds, KINDS), worstMs };
}

function spreadOf(rounds: readonly Met[], kinds: readonly Kind[]): Spread {
  const met = rounds.flatMap((round) => kinds.map((kind) => round[kind]));
  const ms = met.flatMap((of) => of.ms).sort((a, b) => a - b);
  const refused = met.reduce((sum, of) => sum + of.refused, 0);
  return { n: ms.length, medianMs: quantile(ms, 0.5), p95Ms: quantile(ms, 0.95), refused };
}

/** What is not as it should be, each in a line. */
export function missedOf({ figures, saved, inLedger }: IsolationReport): string[] {
  return [
    ...figures
      .filter(({ ratioOfP95s }) => !(ratioOfP95s <= RATIO_MAX))
      .map(({ kind, ratioOfP95s }) => `${kind}: p95 x ${ratioOfP95s.toFixed(2)}, more than ${RATIO_MAX}`),
    ...figures
      .filter(({ loaded }) => loaded.refused > 0)
      .map(({ kind, loaded }) => `${kind}: ${loaded.refused} refused to the quiet house`),
    ...(inLedger < saved
      ? [`${saved - inLedger} changes of the loud house were said to be saved and are lost`]
      : []),
  ];
}

export function asTable(report: IsolationReport): string {
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  const spread = ({ n, medianMs, p95Ms }: Spread) => `${ms(medianMs)} median, ${ms(p95Ms)} p95 of ${n}`;
  const missed = missedOf(report);
  return [
    `Node ${report.node}, ${report.cores} cores, ${report.processes} processes, PostgreSQL ${report.postgres}, fsync ${report.fsync}, synchronous_commit ${report.synchronousCommit}`,
    "The quiet house, at a human pace, while the loud one is still and while it is loud:",
    ...report.figures.map(
      ({ kind, quiet, loaded, ratioOfP95s, interval: [low, high] }) =>
        `  ${`${kind}:`.padEnd(9)} ${spread(quiet)}; loaded ${spread(loaded)}; p95 x ${ratioOfP95s.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`,
    ),
    ...Object.entries(report.onsets).map(
      ([which, onset]) =>
        `  ${which} onset: ${spread(onset)}; worst ${ms(onset.worstMs)}; ${onset.refused} refused`,
    ),
    `The loud house in ${report.loadedSeconds} s:`,
    ...Object.entries(report.loud).map(
      ([kind, answers]) =>
        `  ${`${kind}:`.padEnd(9)} ${((answers[200] ?? 0) / report.loadedSeconds).toFixed(1)}/s answered; ${refusals(answers)}`,
    ),
    `  ${report.saved} changes said to be saved, ${report.inLedger} operations in the ledger`,
    ...(missed.length === 0 ? ["reached"] : missed.map((line) => `MISSED: ${line}`)),
  ].join("\n");
}

function refusals(answers: Record<number, number>): string {
  const others = Object.entries(answers).filter(([status]) => status !== "200" && status !== "0");
  return others.map(([status, count]) => `${count} x ${status}`).join(", ") || "nothing refused";
}
