import { z } from "zod";
import { crossTable, type WeightedKappa, weightedKappa } from "../../../stats/agreement/weighted-kappa";
import { type Weighting, weightTable } from "../../../stats/agreement/weights";
import type { ReferenceCase } from "../case";
import type { Family, Figure } from "../figures";
import { readMatrix } from "../table";

const PARTS: Readonly<Record<string, ((it: WeightedKappa) => Figure) | undefined>> = {
  kappa: (it) => it.estimate,
  kappa_ase: (it) => it.standardError,
  kappa_ase0: (it) => it.nullError,
  kappa_ci95: (it) => it.interval,
  po: (it) => it.observed,
  pe: (it) => it.expected,
};

/** Kappa of two people, unweighted, linear and quadratic; weights go by the position of a category. */
export const weightedKappaFamily: Family = (subject) => {
  const table = squareTable(subject);
  const positions = table.map((_, c) => c + 1);
  return (stat) => {
    const [, name = "", weighting = "", rest = ""] =
      /^(kappa|po|pe)_(unweighted|linear|quadratic)(_\w+)?$/.exec(stat) ?? [];
    const found = PARTS[name + rest];
    if (!found) return undefined;
    const kappa = weightedKappa(table, weightTable(positions, asWeighting(weighting)));
    return kappa.ok ? found(kappa.value) : kappa;
  };
};

function asWeighting(word: string): Weighting {
  return word === "linear" || word === "quadratic" ? word : "unweighted";
}

/** The case's own square table, or one counted from two columns of ratings. */
function squareTable(subject: ReferenceCase): number[][] {
  if (subject.data.table !== undefined) return z.array(z.array(z.number())).parse(subject.data.table);
  const pairs: [number, number][] = [];
  for (const [a, b] of readMatrix(subject)) {
    if (typeof a === "number" && typeof b === "number") pairs.push([a, b]);
  }
  const listed = z.array(z.number()).safeParse(subject.data.categories);
  const categories = listed.success ? listed.data : [...new Set(pairs.flat())].sort((a, b) => a - b);
  return crossTable(pairs, categories);
}
