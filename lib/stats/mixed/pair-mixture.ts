import { fastNormalCdf } from "../ranks/normal-table";

/**
 * P(i > j) for all pairs under a mixture of joint normal distributions, added one component at a time.
 *
 * Range: 0..1, row-major; 1/2 on the diagonal. Undefined: NaN before anything is added. Minimum n: one component.
 * Unit: probability.
 * Source: Laird & Louis (1989), https://doi.org/10.3102/10769986014001029
 *
 * @example
 * const pairs = new PairMixture(2);
 * pairs.add(1, Float64Array.of(1, 0), Float64Array.of(0.5, 0, 0, 0.5), [{ sigma: 1, share: 1 }]);
 * pairs.better()[1]; // .8413: a lead of one standard deviation of the difference
 */
export interface SharedDeviation {
  readonly sigma: number;
  readonly share: number;
}

export class PairMixture {
  private readonly sums: Float64Array;
  private weight = 0;

  constructor(private readonly size: number) {
    this.sums = new Float64Array(size * size);
  }

  /** `joint` is in units of sigma squared; sigmas come with shares that sum to one. */
  add(
    weight: number,
    effect: Float64Array,
    joint: Float64Array,
    deviations: readonly SharedDeviation[],
  ): void {
    const n = this.size;
    this.weight += weight;
    for (let i = 0; i < n; i++) {
      for (let j = i + 1; j < n; j++) {
        const difference = (effect[i] as number) - (effect[j] as number);
        const own = (joint[i * n + i] as number) + (joint[j * n + j] as number);
        const z =
          difference === 0 ? 0 : difference / Math.sqrt(Math.max(own - 2 * (joint[i * n + j] as number), 0));
        let p = 0;
        for (const node of deviations) p += node.share * fastNormalCdf(z / node.sigma);
        this.sums[i * n + j] = (this.sums[i * n + j] as number) + weight * p;
      }
    }
  }

  better(): Float64Array {
    const n = this.size;
    const better = this.sums.map((sum) => sum / this.weight);
    for (let i = 0; i < n; i++) {
      better[i * n + i] = 0.5;
      for (let j = 0; j < i; j++) better[i * n + j] = 1 - (better[j * n + i] as number);
    }
    return better;
  }
}
