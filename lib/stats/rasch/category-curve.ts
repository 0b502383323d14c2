/**
 * The rating scale model at one location: P(category) with log P_k/P_(k-1) = location - tau_k, and what
 * follows from it. One object is reused for millions of ratings.
 *
 * Range: probabilities 0..1; expected 0..top; variance >= 0. Undefined: never for finite thresholds.
 * Unit: probability; categories. Minimum n: none.
 * Source: Andrich (1978), https://doi.org/10.1007/BF02293814
 *
 * @example
 * const curve = new CategoryCurve(Float64Array.of(-1, 0, 1));
 * curve.at(0).expected; // 1.5: symmetric thresholds, middle of 0..3
 */
export class CategoryCurve {
  /** Thresholds, one fewer than categories. */
  readonly tau: Float64Array;
  readonly probability: Float64Array;
  /** P(category >= k), k = 1 .. top, at index k - 1. */
  readonly atLeast: Float64Array;
  expected = 0;
  variance = 0;
  /** log of the sum of unnormalised probabilities. */
  logTotal = 0;

  constructor(tau: Float64Array) {
    this.tau = tau;
    this.probability = new Float64Array(tau.length + 1);
    this.atLeast = new Float64Array(tau.length);
  }

  at(location: number): this {
    const { tau, probability, atLeast } = this;
    const top = tau.length;
    let log = 0;
    let most = 0;
    probability[0] = 0;
    for (let k = 1; k <= top; k++) {
      log += location - (tau[k - 1] as number);
      probability[k] = log;
      if (log > most) most = log;
    }
    let total = 0;
    for (let k = 0; k <= top; k++) {
      const p = Math.exp((probability[k] as number) - most);
      probability[k] = p;
      total += p;
    }
    let expected = 0;
    let square = 0;
    let tail = 0;
    for (let k = top; k >= 0; k--) {
      const p = (probability[k] as number) / total;
      probability[k] = p;
      expected += k * p;
      square += k * k * p;
      tail += p;
      if (k > 0) atLeast[k - 1] = tail;
    }
    this.expected = expected;
    this.variance = square - expected * expected;
    this.logTotal = most + Math.log(total);
    return this;
  }

  /** log P(category) at the last location. */
  logProbability(category: number, location: number): number {
    let log = -this.logTotal;
    for (let k = 0; k < category; k++) log += location - (this.tau[k] as number);
    return log;
  }

  /** Fourth central moment at the last location. */
  fourthMoment(): number {
    let sum = 0;
    for (let k = 0; k < this.probability.length; k++)
      sum += (this.probability[k] as number) * (k - this.expected) ** 4;
    return sum;
  }
}
