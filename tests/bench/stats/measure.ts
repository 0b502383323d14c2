/** One line of the bench: what was done, how long it took, what it should take. */
export interface Measured {
  readonly work: string;
  readonly milliseconds: number;
  /** Processor time of this process alone: what the work costs when others crowd the machine. */
  readonly cpuMilliseconds: number;
  readonly target: number | null;
  readonly reached: boolean | null;
  /** Resident memory of the process after the work; it includes the generated data. */
  readonly megabytes: number;
  readonly figures: Readonly<Record<string, number>>;
}

export interface Job<T> {
  readonly work: string;
  readonly target: number | null;
  /** The best of so many runs; the first ones also warm the engine. */
  readonly runs: number;
  readonly run: () => T;
  readonly figures: (result: T) => Readonly<Record<string, number>>;
}

/** Runs a job and keeps its best time: others share the machine, and only slow it down. */
export function measure<T>({ work, target, runs, run, figures }: Job<T>): { measured: Measured; result: T } {
  let result = run();
  let best = Number.POSITIVE_INFINITY;
  let leastCpu = Number.POSITIVE_INFINITY;
  for (let k = 0; k < runs; k++) {
    const started = performance.now();
    const before = process.cpuUsage();
    result = run();
    leastCpu = Math.min(leastCpu, process.cpuUsage(before).user / 1000);
    best = Math.min(best, performance.now() - started);
  }
  return {
    result,
    measured: {
      work,
      milliseconds: Math.round(best * 100) / 100,
      cpuMilliseconds: Math.round(leastCpu * 100) / 100,
      target,
      reached: target === null ? null : best <= target,
      megabytes: Math.round(process.memoryUsage().rss / 1e6),
      figures: figures(result),
    },
  };
}
