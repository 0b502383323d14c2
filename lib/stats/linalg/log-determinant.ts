import { type Random, randomSign } from "../random";
import { quadratureOfLog } from "./tridiagonal";

/**
 * log|S| of an operator too large to factor: stochastic Lanczos quadrature on S scaled by its diagonal,
 * eight probes at a time; the part linear in the off-diagonal has mean zero and is subtracted.
 *
 * Range: any real number. Accuracy: some 1e-6 of the criterion it enters. Undefined: never.
 * Unit: none. Minimum n: none.
 * Source: Ubaru, Chen & Saad (2017), https://doi.org/10.1137/16M1104974
 *
 * @example
 * estimateLogDeterminant(operator, 4, seededRandom(1)); // log|S| within about 1
 */
interface Operator {
  readonly size: number;
  readonly diagonal: Float64Array;
  apply(x: Float64Array, y: Float64Array, width: 8): void;
}

/** Probes in a block: the operators apply eight vectors in one pass. */
const PROBES = 8;
const LANCZOS_STEPS = 24;

export function estimateLogDeterminant(operator: Operator, blocks: number, next: Random): number {
  const known = operator.diagonal.reduce((sum, d) => sum + Math.log(d), 0);
  let probed = 0;
  for (let block = 0; block < blocks; block++) probed += probeBlock(operator, next) / blocks;
  return known + probed;
}

/** The mean over eight probes of z' (log A - (A - I)) z, A = P^-1/2 S P^-1/2. */
function probeBlock({ size, diagonal, apply }: Operator, next: Random): number {
  const root = diagonal.map(Math.sqrt);
  const length = size * PROBES;
  let current = new Float64Array(length).map(() => randomSign(next) / Math.sqrt(size));
  let previous = new Float64Array(length);
  const scaled = new Float64Array(length);
  const image = new Float64Array(length);
  const alphas: Float64Array[] = [];
  const betas: Float64Array[] = [];
  let beta = new Float64Array(PROBES);
  for (let step = 0; step < LANCZOS_STEPS; step++) {
    scaleBy(current, root, scaled);
    apply(scaled, image, PROBES);
    const following = new Float64Array(length);
    scaleBy(image, root, following);
    const alpha = columnProducts(following, current);
    for (let at = 0; at < length; at++) {
      const p = at % PROBES;
      following[at] =
        (following[at] as number) -
        (alpha[p] as number) * (current[at] as number) -
        (beta[p] as number) * (previous[at] as number);
    }
    alphas.push(alpha);
    beta = columnProducts(following, following).map(Math.sqrt);
    betas.push(beta);
    if (beta.every((value) => value < EXHAUSTED)) break;
    for (let at = 0; at < length; at++) {
      const b = beta[at % PROBES] as number;
      following[at] = b < EXHAUSTED ? 0 : (following[at] as number) / b;
    }
    previous = current;
    current = following;
  }
  let sum = 0;
  for (let p = 0; p < PROBES; p++) {
    const column = alphas.map((alpha) => alpha[p] as number);
    const off = betas.map((value) => value[p] as number);
    const ends = off.findIndex((value) => value < EXHAUSTED);
    const steps = ends < 0 ? column.length : ends + 1;
    sum +=
      size * (quadratureOfLog(column.slice(0, steps), off.slice(0, steps - 1)) - ((column[0] as number) - 1));
  }
  return sum / PROBES;
}

const EXHAUSTED = 1e-12;

function scaleBy(x: Float64Array, root: Float64Array, into: Float64Array): void {
  for (let at = 0; at < x.length; at++)
    into[at] = (x[at] as number) / (root[Math.floor(at / PROBES)] as number);
}

function columnProducts(x: Float64Array, y: Float64Array): Float64Array<ArrayBuffer> {
  const sums = new Float64Array(PROBES);
  for (let at = 0; at < x.length; at++) {
    const p = at % PROBES;
    sums[p] = (sums[p] as number) + (x[at] as number) * (y[at] as number);
  }
  return sums;
}
