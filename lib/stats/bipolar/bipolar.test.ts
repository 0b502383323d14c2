import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { referenceCase, testWithCases } from "../../../tests/support/reference";
import { figureOf, reasonOf } from "../../../tests/support/tables";
import { ratingsOfTable } from "../ratings";
import { bipolarAgreement } from "./bipolar-agreement";
import { bipolarSummary } from "./bipolar-summary";

const fold = (x: number) => 5 - 2 * Math.abs(x);
const positions = fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 1, maxLength: 9 });

describe("a bipolar dimension", () => {
  test("-2 and +2: the mean looks perfect, the quality is the worst, and the pair is flagged", () => {
    const found = figureOf(bipolarSummary([-2, 2], fold));
    expect(found.direction).toBe(0);
    expect(found.qualityOfMean).toBe(5);
    expect(found.quality).toBe(1);
    expect(found.cancellation).toBe(1);
    expect(figureOf(found.oppositePairs)).toBe(1);
    expect(found.splitAtTheEnds).toBe(true);
  });

  testWithCases("agreement of the six units, signed and folded", () => {
    const reference = referenceCase("bipolar_6");
    for (const metric of ["interval", "ordinal"] as const) {
      const { signed, folded } = bipolarAgreement(reference.ratings(), Math.abs, metric);
      expect(figureOf(signed).estimate).toBeCloseTo(reference.number(`alpha_signed_${metric}`), 9);
      expect(figureOf(folded).estimate).toBeCloseTo(reference.number(`alpha_folded_${metric}`), 9);
    }
  });

  test("quality never exceeds the fold of the mean, and mirroring exchanges the sides only", () => {
    fc.assert(
      fc.property(positions, (list) => {
        const one = figureOf(bipolarSummary(list, fold));
        const mirrored = figureOf(bipolarSummary(list.map((x) => -x).reverse(), fold));
        expect(one.quality).toBeLessThanOrEqual(one.qualityOfMean + 1e-12);
        expect(mirrored.quality).toBeCloseTo(one.quality, 12);
        expect(mirrored.cancellation).toBeCloseTo(one.cancellation, 12);
        expect([mirrored.below, mirrored.middle, mirrored.above]).toEqual([one.above, one.middle, one.below]);
      }),
    );
  });

  test("one rating has no pair, none has no figure", () => {
    expect(reasonOf(figureOf(bipolarSummary([1], fold)).oppositePairs)).toBe("no-pairs");
    expect(reasonOf(bipolarSummary([], fold))).toBe("no-ratings");
    const nobodyTwice = ratingsOfTable([
      [1, null],
      [null, -1],
    ]);
    expect(reasonOf(bipolarAgreement(nobodyTwice, Math.abs, "ordinal").signed)).toBe("no-pairs");
  });
});
