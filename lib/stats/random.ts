/**
 * A seeded stream of uniform numbers, so that a bootstrap or a probe gives the same figure twice:
 * nothing on a screen may flicker between two runs on the same data.
 *
 * Range: [0, 1), 32 bits of resolution, period 2^128 - 1.
 * Unit: none. Minimum n: none. Undefined: never.
 * Source: Blackman & Vigna (2021), xoshiro128**, https://doi.org/10.1145/3460772;
 * the state is filled by splitmix32, so that neighbouring seeds do not give neighbouring streams.
 *
 * @example
 * const next = seededRandom(1);
 * next() === seededRandom(1)(); // true: the first draw of seed 1 is always the same
 */
export type Random = () => number;

const TWO_TO_32 = 4294967296;

export function seededRandom(seed: number): Random {
  const fill = splitMix32(seed);
  let a = fill();
  let b = fill();
  let c = fill();
  let d = fill();
  return () => {
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return result / TWO_TO_32;
  };
}

/** A whole number in 0 .. below-1, each equally likely (to 32 bits). */
export function randomIndex(next: Random, below: number): number {
  return Math.floor(next() * below);
}

/** +1 or -1, each with probability one half: the probes of Hutchinson's trace estimator. */
export function randomSign(next: Random): 1 | -1 {
  return next() < 0.5 ? -1 : 1;
}

/** A standard normal draw (Marsaglia's polar method), for parametric bootstraps and joint draws. */
export function randomNormal(next: Random): number {
  for (;;) {
    const x = 2 * next() - 1;
    const y = 2 * next() - 1;
    const r = x * x + y * y;
    if (r > 0 && r < 1) return x * Math.sqrt((-2 * Math.log(r)) / r);
  }
}

function splitMix32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let z = state ^ (state >>> 16);
    z = Math.imul(z, 0x21f0aaad);
    z ^= z >>> 15;
    z = Math.imul(z, 0x735a2d97);
    return (z ^ (z >>> 15)) | 0;
  };
}

function rotateLeft(x: number, by: number): number {
  return (x << by) | (x >>> (32 - by));
}
