import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { figureOf, reasonOf } from "../../../tests/support/tables";
import { ratingsOfTable } from "../ratings";
import { type FactorialScores, squaredMeans } from "./balanced-anova";
import { componentsAlone } from "./balanced-study";
import { crossedDesign } from "./crossed-design";
import { dStudy, haloShare } from "./d-study";
import { NESTED, nestedDecision, nestedDesign } from "./nested-design";
import { panelReliability, singleRatingReliability } from "./panel-reliability";
import { ratersNeeded } from "./raters-needed";
import { ratersPerUnit } from "./raters-per-unit";
import { studyOf } from "./variance-study";

const PARTS = {
  unit: 1,
  rater: 0.4,
  unitDimension: 0.2,
  raterDimension: 0.2,
  unitRater: 0.3,
  residual: 0.6,
};

const N = { units: 12, raters: 6, ratings: 48 };
const HAND = studyOf(PARTS, N);

describe("D-study by hand: two dimensions, two raters", () => {
  test("dimensions fixed: true 1.1, error of order .3, severity .25", () => {
    const found = figureOf(dStudy(HAND, 2, 2, "fixed"));
    expect(found.relative.estimate).toBeCloseTo(1.1 / 1.4, 12);
    expect(found.absolute.estimate).toBeCloseTo(1.1 / 1.65, 12);
    expect(found.relativeError.estimate).toBeCloseTo(Math.sqrt(0.3), 12);
    expect(found.absoluteError.estimate).toBeCloseTo(Math.sqrt(0.55), 12);
  });

  test("dimensions random: the .1 that units differ by dimension turns from truth to error", () => {
    const found = figureOf(dStudy(HAND, 2, 2, "random"));
    expect(found.relative.estimate).toBeCloseTo(1 / 1.4, 12);
    expect(found.absolute.estimate).toBeCloseTo(1 / 1.65, 12);
  });

  test("raters for .80: 1.1 / (1.1 + 1.1 / n) reaches it at n = 4; a third of a sheet is halo", () => {
    expect(figureOf(ratersNeeded(HAND, 2, 0.8, "fixed"))).toMatchObject({ estimate: 4, n: N });
    expect(figureOf(haloShare(HAND)).estimate).toBeCloseTo(1 / 3, 12);
  });

  test("nobody, no dimension, and units who do not even err apart have reasons", () => {
    expect(reasonOf(dStudy(HAND, 2, 0, "fixed"))).toBe("too-few-raters");
    expect(reasonOf(dStudy(HAND, 0, 2, "fixed"))).toBe("too-few-dimensions");
    const severityOnly = studyOf({ rater: 0.4, raterDimension: 0.2 }, N);
    expect(reasonOf(dStudy(severityOnly, 2, 2, "fixed"))).toBe("no-variation");
    expect(reasonOf(haloShare(severityOnly))).toBe("no-variation");
  });

  test("halo is a share even where a component was estimated below 0", () => {
    const component = fc.double({ min: -0.5, max: 2, noNaN: true });
    fc.assert(
      fc.property(component, component, (unitRater, residual) => {
        const found = haloShare(studyOf({ ...PARTS, unitRater, residual }, N));
        if (!found.ok) return;
        expect(found.value.estimate).toBeGreaterThanOrEqual(0);
        expect(found.value.estimate).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("the panel as it was, by hand", () => {
  test("one unit seen by A, one by A and B: half of A's severity cancels", () => {
    // Means differ by A/2 - B/2: severity variance 1/2 in the difference of two, 1/4 a unit.
    const shape = figureOf(
      ratersPerUnit(
        ratingsOfTable([
          [3, null],
          [4, 2],
        ]),
      ),
    );
    expect(shape.harmonicMean).toBeCloseTo(4 / 3, 12);
    expect(shape.q).toBeCloseTo(1 / 4, 12);
  });

  test("reliability of that panel and of one rating", () => {
    const study = studyOf({ unit: 0.4, rater: 0.2, residual: 0.4 }, N);
    // Error: .25 x .2 + .4 / 2 = .25.
    const shape = { harmonicMean: 2, q: 0.25, units: 9 };
    expect(figureOf(panelReliability(study, 1, shape)).estimate).toBeCloseTo(0.4 / 0.65, 12);
    const single = figureOf(singleRatingReliability(study, 1));
    expect([single.absolute.estimate, single.consistency.estimate]).toEqual([0.4, 0.5]);
  });

  test("it lies between 0 and 1, and a panel without severity is as good as its consistency", () => {
    const part = fc.double({ min: 0, max: 3, noNaN: true });
    fc.assert(
      fc.property(part, part, fc.double({ min: 0.01, max: 3, noNaN: true }), (unit, rater, residual) => {
        const study = studyOf({ unit, rater, residual }, N);
        const shape = { harmonicMean: 1, q: 1, units: 9 };
        const one = figureOf(panelReliability(study, 1, shape)).estimate;
        expect(one).toBeGreaterThanOrEqual(0);
        expect(one).toBeLessThanOrEqual(1);
        const { absolute, consistency } = figureOf(singleRatingReliability(study, 1));
        expect(one).toBeCloseTo(absolute.estimate, 12);
        expect(consistency.estimate).toBeGreaterThanOrEqual(absolute.estimate);
      }),
    );
    const flat = studyOf({ rater: 1 }, N);
    expect(reasonOf(panelReliability(flat, 1, { harmonicMean: 2, q: 0, units: 9 }))).toBe("no-variation");
    expect(reasonOf(singleRatingReliability(flat, 1))).toBe("no-variation");
  });
});

describe("balanced tables", () => {
  test("persons x (raters : tasks) in which only two persons differ, by 2", () => {
    // Eight scores a distance 1 from their mean: MS p = 8, component 8 / (2 tasks x 2 raters); all else 0.
    const study = figureOf(nestedDesign(scores([1, 1, 1, 1, 3, 3, 3, 3])));
    expect(study.meanSquares).toEqual({ p: 8, t: 0, rt: 0, pt: 0, prt: 0 });
    expect(study.components.p).toBe(2);
    const one = figureOf(nestedDecision(study, 1, 1));
    expect(one).toMatchObject({ absolute: { estimate: 1 }, n: [2, 2, 2] });
    expect(reasonOf(one.absolute.interval)).toBe("no-variation");
    expect(figureOf(squaredMeans(scores([1, 1, 1, 1, 3, 3, 3, 3])))([0])).toBe(8);
  });

  test("a constant changes nothing, doubling makes components four times as large, persons may change places", () => {
    const eight = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(eight, fc.constantFrom(nested, crossed), (list, design) => {
        const componentsOf = (of: number[]) => design(scores(of));
        const own = componentsOf(list);
        componentsOf(list.map((x) => 2 * x + 10)).forEach((c, at) => {
          expect(c / 4).toBeCloseTo(own[at] ?? Number.NaN, 9);
        });
        componentsOf([...list.slice(4), ...list.slice(0, 4)]).forEach((c, at) => {
          expect(c).toBeCloseTo(own[at] ?? Number.NaN, 9);
        });
      }),
    );
  });

  test("one person, a hole and no scores have reasons", () => {
    expect(reasonOf(nestedDesign({ ...scores([1, 2, 3, 4]), levels: [1, 2, 2] }))).toBe("too-few-units");
    expect(reasonOf(nestedDesign(scores([1, 2, 3, 4, 5, 1, 2])))).toBe("incomplete-table");
    expect(reasonOf(nestedDesign(scores([])))).toBe("no-ratings");
    expect(reasonOf(crossedDesign(scores(Array(8).fill(0.1))))).toBe("no-variation");
    const tasksOnly = componentsAlone(NESTED, { p: 0, t: 1, rt: 0, pt: 0, prt: 0 }, [2, 2, 2]);
    expect(reasonOf(nestedDecision(tasksOnly, 2, 2))).toBe("no-variation");
  });
});

const nested = (of: FactorialScores) => Object.values(figureOf(nestedDesign(of)).components);
const crossed = (of: FactorialScores) => Object.values(figureOf(crossedDesign(of)).components);

/** 2 x 2 x 2 scores, the last factor quickest. */
function scores(list: number[]): FactorialScores {
  const factor = (bit: number) => Int32Array.from(list, (_, at) => (at >> bit) & 1);
  return { score: Float64Array.from(list), factors: [factor(2), factor(1), factor(0)], levels: [2, 2, 2] };
}
