import { defined, type Outcome } from "../outcome";
import { CategoryCurve } from "./category-curve";
import type { ElementMeasure, Facet } from "./element-measure";
import type { JmleFit } from "./jmle";

/**
 * The fair average: the rating to expect if everything but this element were average, on the score
 * scale. It cannot leave the scale, so it is the figure for people near its ends.
 *
 * Unit: score points. Range: lowest to highest level. Minimum n: as the fit.
 * Undefined when: the element has no measure, for the reason it has none.
 * Source: Linacre (1989), Many-Facet Rasch Measurement; Andrich (1978), https://doi.org/10.1007/BF02293814
 *
 * @example
 * fairAverages(fit).person[0]; // Guilford's Anne: 4.63010351871166
 */
export function fairAverages({
  elements,
  extremes: { table },
  solved: { measures },
}: JmleFit): Readonly<Record<Facet, readonly Outcome<number>[]>> {
  const curve = new CategoryCurve(measures.tau);
  const rated = new Set(table.person);
  const persons = measures.person.filter((_, n) => rated.has(n));
  const mean = persons.reduce((sum, x) => sum + x, 0) / persons.length;
  const score = (location: number) => {
    const { probability } = curve.at(location);
    let sum = 0;
    for (let k = 0; k < probability.length; k++)
      sum += (probability[k] as number) * (table.levels[k] as number);
    return sum;
  };
  // A lone element is the average of its facet, so it has a fair average though its measure is a convention.
  const at = (one: Outcome<ElementMeasure>, read: (measure: number) => number): Outcome<number> => {
    if (one.ok) return defined(read(one.value.measure));
    return one.reason === "one-rater" ? defined(read(0)) : one;
  };
  return {
    person: elements.person.map((one) => at(one, (measure) => score(measure))),
    rater: elements.rater.map((one) => at(one, (measure) => score(mean - measure))),
    item: elements.item.map((one) => at(one, (measure) => score(mean - measure))),
  };
}
