import type { AgreementMore, PairKappa } from "../../analysis/agreement-more";
import { inWords } from "../../analysis/in-words";

/** Under a dimension's alpha: its interval by another road, and who agrees least with whom. */
export function secondOpinions({ redrawn, pairs }: AgreementMore): string[] {
  if (redrawn === null) return [];
  const lines = [
    redrawn.ok
      ? `by redrawing candidates ${between(redrawn.value.interval)}`
      : `by redrawing candidates: not available: ${inWords(redrawn.detail)}`,
  ];
  if (!pairs.ok) return lines;
  const [lowest] = pairs.value;
  const middle = pairs.value[Math.floor(pairs.value.length / 2)];
  if (lowest === undefined || middle === undefined) return lines;
  const count = pairs.value.length === 1 ? "one pair" : `${pairs.value.length} pairs`;
  const spread = pairs.value.length === 1 ? "" : `median ${middle.kappa.estimate.toFixed(3)}, lowest `;
  return [...lines, `kappa (quadratic) of ${count}: ${spread}${pairWords(lowest)}`];
}

/** Once, where no dimension has a pair to show: the same line under each would say no more. */
export function whyNoPairs(all: readonly AgreementMore[]): string | null {
  const [first] = all;
  return first !== undefined && !first.pairs.ok && all.every(({ pairs }) => !pairs.ok)
    ? `who agrees with whom: not available: ${inWords(first.pairs.detail)}`
    : null;
}

function pairWords({ first, second, candidates, kappa }: PairKappa): string {
  return `${kappa.estimate.toFixed(3)} ${between(kappa.interval)} (${first} and ${second}, ${candidates} candidates)`;
}

function between(ends: readonly [number, number]): string {
  return `[${ends.map((end) => end.toFixed(3)).join(", ")}]`;
}
