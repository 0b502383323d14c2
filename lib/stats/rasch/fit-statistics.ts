import { defined, type Outcome, undefinedFor } from "../outcome";
import { CategoryCurve } from "./category-curve";
import { locationOf, type Measures } from "./information";
import type { RaschTable } from "./rating-table";

/**
 * Does an element's pattern of ratings fit the model? Outfit: mean squared standardised residual
 * (alarmed by single surprises); infit: the same weighted by information (alarmed by unexpected patterns
 * near the element's level). Z by Wilson-Hilferty.
 *
 * Range: mean squares 0 upwards, 1 expected; .5 to 1.5 is productive. Unit: none; z in standard normal units.
 * Minimum n: one rating; at 30 ratings the 95 % band is still about 1 +- .5, so read z and n with it.
 * Undefined when: the element has no ratings in the fit (`no-ratings`): none at all, or left out as extreme.
 * Source: Wright & Masters (1982), Rating Scale Analysis (ISBN 978-0941938013); Smith, Schumacker & Bush
 * (1998) on their distribution; Wilson & Hilferty (1931), https://doi.org/10.1073/pnas.17.12.684
 *
 * @example
 * fitStatistics(table, measures, table.rater, 3); // Guilford: infit .858, 1.463, .679
 */
export interface ElementFit {
  readonly infit: number;
  readonly infitZ: number;
  readonly outfit: number;
  readonly outfitZ: number;
  readonly ratings: number;
}

export function fitStatistics(
  table: RaschTable,
  measures: Measures,
  of: Int32Array,
  count: number,
): readonly Outcome<ElementFit>[] {
  const curve = new CategoryCurve(measures.tau);
  const zero = () => new Float64Array(count);
  const [n, squares, weights, standardised, kurtosis, excess] = [
    zero(),
    zero(),
    zero(),
    zero(),
    zero(),
    zero(),
  ];
  const add = (a: Float64Array, at: number, value: number) => {
    a[at] = (a[at] as number) + value;
  };
  for (let row = 0; row < table.category.length; row++) {
    const { expected, variance } = curve.at(locationOf(table, measures, row));
    const fourth = curve.fourthMoment();
    const residual = (table.category[row] as number) - expected;
    const element = of[row] as number;
    add(n, element, 1);
    add(squares, element, residual * residual);
    add(weights, element, variance);
    add(standardised, element, (residual * residual) / variance);
    add(kurtosis, element, fourth / (variance * variance));
    add(excess, element, fourth - variance * variance);
  }
  return Array.from(n, (ratings, k) => {
    if (ratings === 0) return undefinedFor("no-ratings", "There are no ratings to judge the fit by.", 1);
    const weight = weights[k] as number;
    const outfit = (standardised[k] as number) / ratings;
    const infit = (squares[k] as number) / weight;
    return defined({
      outfit,
      infit,
      outfitZ: wilsonHilferty(outfit, (kurtosis[k] as number) / ratings ** 2 - 1 / ratings),
      infitZ: wilsonHilferty(infit, (excess[k] as number) / weight ** 2),
      ratings,
    });
  });
}

/** A mean square of variance q2 as a standard normal. */
function wilsonHilferty(meanSquare: number, q2: number): number {
  const q = Math.sqrt(q2);
  return (Math.cbrt(meanSquare) - 1) * (3 / q) + q / 3;
}
