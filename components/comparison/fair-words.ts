import type { ComparedCandidate, Comparison } from "@/lib/contracts/candidates";
import { aheadOf, chanceOf, untoldRuns } from "@/lib/domain/standing";
import type { FigureTable } from "../charts/figure-table";
import { findingTitle, listed } from "./words";

const two = (value: number) => value.toFixed(2);

/** "95 % interval 4.02–4.60". Printed like the composite above it, so that the two can be read together. */
export function fairText(fair: Extract<ComparedCandidate["fair"], { state: "known" }>): string {
  const [from, to] = fair.interval;
  return `95 % interval ${two(from)}–${two(to)}`;
}

/** "58 %". */
export function chanceText(probability: number): string {
  return `${chanceOf(probability)} %`;
}

/** Below this an interval is wider than what it is to tell apart: the figure is greyed, and that is said. */
const VAGUE_BELOW = 0.5;

/** "too vague to go by: reliability .41"; null where the figure can be read. */
export function vagueText({
  reliability,
}: Extract<ComparedCandidate["fair"], { state: "known" }>): string | null {
  if (reliability === null || reliability >= VAGUE_BELOW) return null;
  return `too vague to go by: reliability ${two(reliability).replace(/^0/, "")}`;
}

type Judged = Pick<Comparison, "ties" | "pairs" | "candidates">;

/** Ids by fair score, highest first; empty where ties are not known. */
const fairOrder = ({ ties }: Pick<Comparison, "ties">) => (ties.state === "known" ? ties.groups.flat() : []);

const named = (candidates: readonly ComparedCandidate[], ids: readonly string[]) =>
  candidates.filter(({ applicationId }) => ids.includes(applicationId));

const namesOf = (candidates: readonly ComparedCandidate[]) =>
  listed(candidates.map(({ candidate }) => candidate.name));

/** Stretches of the fair scores in which nothing tells anybody apart, each in the order of the columns. */
export function tiedGroups(comparison: Judged): ComparedCandidate[][] {
  return untoldRuns(fairOrder(comparison), comparison.pairs).map((run) => named(comparison.candidates, run));
}

const COUNT_WORDS = ["", "", "two", "three", "four", "five", "six"];

/** The title of a comparison: who is ahead as far as the evidence tells, else what the raw composites say. */
export function comparisonTitle(comparison: Judged): string {
  const { candidates, pairs } = comparison;
  const order = fairOrder(comparison);
  if (order.length < 2) return findingTitle(candidates);
  const without = candidates.filter(({ applicationId }) => !order.includes(applicationId));
  const said = standingTitle(
    named(candidates, order),
    aheadOf(order, pairs),
    untoldRuns(order, pairs),
    without.length === 0,
  );
  if (without.length === 0) return said;
  return `${said}; ${namesOf(without)} ${without.length === 1 ? "has" : "have"} no fair score yet`;
}

function standingTitle(
  fair: readonly ComparedCandidate[],
  ahead: readonly string[],
  runs: readonly string[][],
  everybody: boolean,
): string {
  const together = (ids: readonly string[]) => runs.some((run) => ids.every((id) => run.includes(id)));
  if (ahead.length > 0) {
    const names = namesOf(named(fair, ahead));
    if (ahead.length === 1) return `${names} is ahead`;
    return together(ahead) ? `${names} are ahead; they cannot be told apart` : `${names} are ahead`;
  }
  if (!together(fair.map(({ applicationId }) => applicationId))) return "Nobody is clearly ahead";
  return everybody && fair.length > 2
    ? `These ${COUNT_WORDS[fair.length]} cannot be told apart`
    : `${namesOf(fair)} cannot be told apart`;
}

/** Each pair that nothing tells apart, the likelier one first; null while no pair has a figure. */
export function untoldPairs({ pairs, candidates }: Judged): { title: string; lines: string[] } | null {
  const known = pairs.flatMap((pair) => (pair.state === "known" ? [pair] : []));
  if (known.length === 0) return null;
  const name = (id: string) => namesOf(named(candidates, [id]));
  const lines = known
    .filter(({ toldApart }) => !toldApart)
    .map(({ a, b, probability }) =>
      probability < 0.5
        ? `${name(b)} over ${name(a)}: ${chanceText(1 - probability)}`
        : `${name(a)} over ${name(b)}: ${chanceText(probability)}`,
    );
  return lines.length === 0
    ? { title: "Every pair can be told apart", lines }
    : { title: "Pairs that cannot be told apart", lines };
}

/** Every pair as a row: the chance that the first is truly better, and by how much. */
export function pairTable({ pairs, candidates }: Pick<Comparison, "pairs" | "candidates">): FigureTable {
  const name = new Map(candidates.map((each) => [each.applicationId, each.candidate.name]));
  return {
    columns: ["Candidate", "Against", "Chance of being better", "Difference", "Told apart"],
    rows: pairs.map((pair) => [
      name.get(pair.a) ?? "",
      name.get(pair.b) ?? "",
      pair.state === "known" ? chanceText(pair.probability) : pair.reason,
      pair.state === "known" ? Number(two(pair.difference)) : null,
      pair.state === "known" ? (pair.toldApart ? "yes" : "no") : null,
    ]),
  };
}

/** Why the fair score informs and does not decide. */
export const WHY_NOT_THE_ORDER =
  "It allows for who scored whom, and rests on a model of this panel. It informs; the stated formula on the first independent scores decides the order, because anybody can recompute it.";
