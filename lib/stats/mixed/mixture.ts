/**
 * Mean and standard deviation of a mixture of distributions, added one component at a time: the mean of the
 * variances plus the variance of the means. Weights need not sum to one.
 *
 * Unit: that of what is added. Range: deviations >= 0. Undefined: NaN before anything is added. Minimum n: one
 * component. Source: the law of total variance, as in Kackar & Harville (1984), https://doi.org/10.2307/2288715
 *
 * @example
 * const m = new Mixture(1);
 * m.add(0.5, () => 0, () => 1);
 * m.add(0.5, () => 2, () => 1);
 * m.posterior(); // { estimate: [1], se: [Math.SQRT2] }
 */
export class Mixture {
  private readonly mean: Float64Array;
  private readonly square: Float64Array;
  private weight = 0;

  constructor(size: number) {
    this.mean = new Float64Array(size);
    this.square = new Float64Array(size);
  }

  add(weight: number, mean: (i: number) => number, variance: (i: number) => number): void {
    this.weight += weight;
    for (let i = 0; i < this.mean.length; i++) {
      const m = mean(i);
      this.mean[i] = (this.mean[i] as number) + weight * m;
      this.square[i] = (this.square[i] as number) + weight * (variance(i) + m * m);
    }
  }

  /** About `centre`: squares of large scores would drown the errors, so they are added about it. */
  posterior(centre = 0): Posterior {
    const mean = this.mean.map((sum) => sum / this.weight);
    return {
      estimate: mean.map((m) => centre + m),
      se: this.square.map((sum, i) => Math.sqrt(Math.max(0, sum / this.weight - (mean[i] as number) ** 2))),
    };
  }
}

export interface Posterior {
  readonly estimate: Float64Array;
  readonly se: Float64Array;
}
