/** Two compared candidates and whether their fair scores tell them apart; the chance is that `a` is truly better. */
export type JudgedPair =
  | { state: "known"; a: string; b: string; probability: number; toldApart: boolean }
  | { state: "not-enough"; a: string; b: string };

type IsAhead = (better: string, other: string) => boolean;

/** A pair without figures tells nobody apart: nothing may be claimed from it. */
function aheadBy(pairs: readonly JudgedPair[]): IsAhead {
  const told = new Set(
    pairs.flatMap((pair) => {
      if (pair.state !== "known" || !pair.toldApart) return [];
      return [pair.probability > 0.5 ? `${pair.a} ${pair.b}` : `${pair.b} ${pair.a}`];
    }),
  );
  return (better, other) => told.has(`${better} ${other}`);
}

/**
 * Who is ahead: the smallest leading set of which every member is told apart from everybody outside it. Empty when
 * there is none: then nobody is clearly ahead. Leaders alone would not do: B may be tied with A and with C, who are not.
 * @param order ids from the highest fair score down
 */
export function aheadOf(order: readonly string[], pairs: readonly JudgedPair[]): string[] {
  const isAhead = aheadBy(pairs);
  for (let size = 1; size < order.length; size++) {
    const [leading, others] = [order.slice(0, size), order.slice(size)];
    if (leading.every((member) => others.every((other) => isAhead(member, other)))) return leading;
  }
  return [];
}

/**
 * Runs in the order of fair scores in which nobody is told apart from anybody: each as long as it can be, so that
 * one candidate may stand in two. A pair tied across a stretch that is not is in no run; the pairs themselves say it.
 */
export function untoldRuns(order: readonly string[], pairs: readonly JudgedPair[]): string[][] {
  const isAhead = aheadBy(pairs);
  const untold = (run: readonly string[], next: string) =>
    run.every((member) => !isAhead(member, next) && !isAhead(next, member));
  const runs: string[][] = [];
  let reached = 0;
  for (let from = 0; from < order.length; from++) {
    let to = from + 1;
    while (to < order.length && untold(order.slice(from, to), order[to] ?? "")) to++;
    if (to - from > 1 && to > reached) runs.push(order.slice(from, to));
    reached = Math.max(reached, to);
  }
  return runs;
}

/** A chance in a hundred between 1 and 99: nothing fitted on a handful of scorecards is certain. */
export function chanceOf(probability: number): number {
  return Math.min(99, Math.max(1, Math.round(probability * 100)));
}
