import type { SharedDeviation } from "./pair-mixture";
import { type ExactSystem, solveTwoWayExactly } from "./two-way-exact";
import type { TwoWayLayout } from "./two-way-layout";

/**
 * The posterior of the two variance ratios on a grid: with few units their REML values are guesses, and
 * a guess plugged in makes every interval too short. Prior: mu flat, p(sigma) ~ 1/sigma, both effect SDs
 * half-normal with scale `priorScale` score points (an assumption: it belongs on the screen).
 *
 * Unit: log ratios of standard deviations. Range: weights 0..1, summing to 1.
 * Minimum n: as for the crossed fit. Undefined: an empty grid when no point can be solved.
 * Source: Gelman (2006), https://doi.org/10.1214/06-BA117A (the prior); simulations in the notes, 3.4
 *
 * @example
 * integratedGrid(layout, 1).length; // some 80 of 225 points carry the posterior
 */
export interface GridPoint {
  readonly system: ExactSystem;
  readonly weight: number;
  /** Residual SDs at this point with their shares (summing to 1). */
  readonly deviations: readonly SharedDeviation[];
}

/** Points an axis: fewer ratings leave a longer-tailed posterior. */
const FEW_RATINGS = 60;
const POINTS = { few: 31, many: 11 };
const NODES = { few: 9, many: 3 };
/** Log-density below the mode at which an axis ends, and a point is dropped. */
const AXIS_DROP = { few: 12, many: 7.5 };
const POINT_DROP = { few: 14, many: 9 };
/** Where the search for an axis' ends gives up: SD ratios of e^-5 and e^5. */
const EDGE = 5;
const AXIS_STEP = 0.25;

type LogRatios = readonly [eliminated: number, kept: number];

export function integratedGrid(
  layout: TwoWayLayout,
  priorScale: number,
  mode: LogRatios,
): readonly GridPoint[] {
  const few = layout.ratings < FEW_RATINGS;
  const nodes = few ? NODES.few : NODES.many;
  const density = (at: LogRatios) => logPosterior(layout, priorScale, at, nodes);
  const peak = climb((at) => density(at)?.log ?? Number.NEGATIVE_INFINITY, mode);
  const ends = ([0, 1] as const).map((axis) =>
    axisEnds(density, peak, axis, few ? AXIS_DROP.few : AXIS_DROP.many),
  );
  const count = few ? POINTS.few : POINTS.many;
  const axis = (which: 0 | 1) => {
    const [from = 0, to = 0] = ends[which] ?? [];
    return Array.from({ length: count }, (_, k) => from + ((to - from) * k) / (count - 1));
  };
  const second = axis(1);
  const found = axis(0).flatMap((a) => second.flatMap((b) => density([a, b]) ?? []));
  const top = found.reduce((most, point) => Math.max(most, point.log), Number.NEGATIVE_INFINITY);
  const held = found.filter((point) => point.log > top - (few ? POINT_DROP.few : POINT_DROP.many));
  const total = held.reduce((sum, point) => sum + Math.exp(point.log - top), 0);
  return held.map(({ system, log, deviations }) => ({
    system,
    deviations,
    weight: Math.exp(log - top) / total,
  }));
}

/** Log posterior density in (log theta_a, log theta_b), sigma integrated on a few nodes of log sigma. */
function logPosterior(layout: TwoWayLayout, priorScale: number, [a, b]: LogRatios, nodes: number) {
  const ratio = Math.exp(2 * a);
  const other = Math.exp(2 * b);
  const system = solveTwoWayExactly(layout, ratio, other);
  if (system === null || !(system.quadratic > 0)) return null;
  const freedom = layout.ratings - 1;
  const logM = system.remlCriterion - freedom * (1 + Math.log((2 * Math.PI * system.quadratic) / freedom));
  const pull = (ratio + other) / (2 * priorScale * priorScale);
  // In log sigma: -(n - 3) log sigma - q / (2 sigma^2) - sigma^2 (theta_a^2 + theta_b^2) / 2.
  const inLog = (s: number) =>
    -(freedom - 2) * s - system.quadratic / (2 * Math.exp(2 * s)) - pull * Math.exp(2 * s);
  const { centre, width } = sigmaPeak(system.quadratic, pull, freedom - 2);
  const half = (nodes - 1) / 2;
  const gap = width * (nodes === NODES.few ? GAP.few : GAP.many);
  const points = Array.from({ length: nodes }, (_, k) => centre + (k - half) * gap);
  const logs = points.map(inLog);
  const top = Math.max(...logs);
  const sum = logs.reduce((total, log) => total + Math.exp(log - top), 0);
  return {
    system,
    log: -logM / 2 + a + b + top + Math.log(sum * gap),
    deviations: points.map((s, k) => ({
      sigma: Math.exp(s),
      share: Math.exp((logs[k] as number) - top) / sum,
    })),
  };
}

/** Distance of the nodes in posterior SDs of log sigma; three at sqrt(3) are Gauss-Hermite's. */
const GAP = { few: 0.8, many: Math.sqrt(3) };

/** The peak of -m s - q/2 e^-2s - p e^2s and the SD its curvature implies. */
function sigmaPeak(q: number, p: number, m: number): { centre: number; width: number } {
  // Setting the slope to zero gives 2 p v^2 + m v - q = 0 in v = sigma^2.
  const v = p > 0 ? (2 * q) / (m + Math.sqrt(m * m + 8 * p * q)) : q / m;
  return { centre: Math.log(v) / 2, width: 1 / Math.sqrt((2 * q) / v + 4 * p * v) };
}

/** Coordinate steps uphill, halved until they no longer help. */
function climb(f: (at: LogRatios) => number, start: LogRatios): LogRatios {
  let at: LogRatios = [clip(start[0]), clip(start[1])];
  let best = f(at);
  for (let step = 0.8; step > 0.1; ) {
    const around: LogRatios[] = [
      [clip(at[0] + step), at[1]],
      [clip(at[0] - step), at[1]],
      [at[0], clip(at[1] + step)],
      [at[0], clip(at[1] - step)],
    ];
    const better = around.find((next) => f(next) > best);
    if (better === undefined) step /= 2;
    else {
      at = better;
      best = f(at);
    }
  }
  return at;
}

function axisEnds(
  density: (at: LogRatios) => { log: number } | null,
  peak: LogRatios,
  axis: 0 | 1,
  drop: number,
): [from: number, to: number] {
  const at = (x: number): LogRatios => (axis === 0 ? [x, peak[1]] : [peak[0], x]);
  const top = density(peak)?.log ?? 0;
  const walk = (direction: -1 | 1) => {
    let x = peak[axis];
    let step = AXIS_STEP;
    while (Math.abs(x) < EDGE && (density(at(x))?.log ?? Number.NEGATIVE_INFINITY) > top - drop) {
      x += direction * step;
      step *= 1.3;
    }
    return clip(x);
  };
  return [walk(-1), walk(1)];
}

function clip(x: number): number {
  return Math.max(-EDGE, Math.min(EDGE, x));
}
