import { defined, type Outcome, undefinedFor } from "../outcome";
import type { WithoutExtremes } from "./extremes";
import type { JointWorkings } from "./jmle";

/**
 * Each element's measure with its errors, or why it has none: whoever got (or gave) only end categories has
 * no finite joint estimate, and one rater alone has no severity, since severities sum to zero.
 *
 * Range: finite. Unit: logits. Minimum n: two raters (or items) in the fit; one rating not at an end.
 * Undefined: `all-extreme`; `no-ratings` for an element that was not rated; `one-rater`.
 * Source: Wright (1998), Rasch Measurement Transactions 12:2; Linacre (1989), Many-Facet Rasch Measurement
 * (ISBN 978-0941938020)
 *
 * @example
 * fit.elements.person[4]; // all of person 4's ratings at the top: "all-extreme"
 */
export function elementMeasures(
  { measures, modelError, jointError }: JointWorkings,
  extremes: WithoutExtremes,
): ElementMeasures {
  const { table } = extremes;
  const of = (facet: Facet): Outcome<ElementMeasure>[] => {
    const extreme = new Set(extremes[LISTED[facet]]);
    const rated = new Set(table[facet]);
    return Array.from(measures[facet], (measure, element) => {
      if (extreme.has(element))
        return undefinedFor("all-extreme", "Every rating is at one end of the scale.");
      if (!rated.has(element)) return undefinedFor("no-ratings", "There are no ratings to measure by.");
      const standardError = jointError[facet][element] ?? 0;
      if (!(standardError > 0))
        return undefinedFor("one-rater", "A lone element of a facet is 0 by convention.");
      return defined({ measure, standardError, modelError: modelError[facet][element] ?? 0 });
    });
  };
  return { person: of("person"), rater: of("rater"), item: of("item") };
}

export type ElementMeasures = Readonly<Record<Facet, readonly Outcome<ElementMeasure>[]>>;

export type Facet = "person" | "rater" | "item";

export interface ElementMeasure {
  readonly measure: number;
  /** From the full inverse: what estimating everything else costs. */
  readonly standardError: number;
  /** From the element's own information alone, 1 / sqrt(sum of variances): what other programs print. */
  readonly modelError: number;
}

const LISTED = { person: "persons", rater: "raters", item: "items" } as const;
