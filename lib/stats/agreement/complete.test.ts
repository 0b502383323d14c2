import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { referenceCase, testWithCases } from "../../../tests/support/reference";
import { completeTables, figureOf, reasonOf, withAnotherOrder } from "../../../tests/support/tables";
import type { RatingTable } from "../ratings";
import { awg } from "./awg";
import { completeTable } from "./complete-table";
import { finn } from "./finn";
import { fleissClassic } from "./fleiss-classic";
import { ICC_FORMS, type IccForm, icc } from "./icc";
import { kendallW } from "./kendall-w";
import { twoWayAnova } from "./two-way-anova";
import { withinGroupAgreement } from "./within-group";

const SCALE = [1, 2, 3, 4, 5];
const iccOf = (table: RatingTable, form: IccForm) => {
  const complete = completeTable(table);
  return complete.ok ? icc(twoWayAnova(complete.value), form) : complete;
};
const wOf = (table: RatingTable) => {
  const complete = completeTable(table);
  return complete.ok ? kendallW(complete.value) : complete;
};

describe("ICC", () => {
  testWithCases.each(ICC_FORMS)("Shrout and Fleiss' table: %s with F, p and interval", (form) => {
    const reference = referenceCase("shrout_fleiss_1979");
    const found = figureOf(iccOf(reference.table(), form));
    const tested = figureOf(found.test);
    expect(found.estimate).toBeCloseTo(reference.number(form), 9);
    expect(tested.f).toBeCloseTo(reference.number(`${form}_F`), 8);
    expect(tested.p).toBeCloseTo(reference.number(`${form}_p`), 9);
    expect([...tested.interval].map((x) => x.toFixed(7))).toEqual(
      reference.numbers(`${form}_ci95`).map((x) => x.toFixed(7)),
    );
  });

  test("a rater who is harsher by a constant lowers absolute agreement, not consistency", () => {
    fc.assert(
      fc.property(completeTables, (table) => {
        const harsh = table.map((row) => row.map((x, r) => (r === 0 ? x - 3 : x)));
        const [one, other] = [iccOf(table, "ICC3"), iccOf(harsh, "ICC3")];
        if (one.ok && other.ok) expect(other.value.estimate).toBeCloseTo(one.value.estimate, 8);
      }),
    );
  });

  test("reasons: equal scores, one rater, holes, one unit", () => {
    const equal = [
      [4, 4],
      [4, 4],
    ] as const;
    expect(reasonOf(iccOf(equal, "ICC2"))).toBe("no-variation");
    expect(reasonOf(iccOf([[1], [2]], "ICC2"))).toBe("one-rater");
    expect(
      reasonOf(
        iccOf(
          [
            [1, null],
            [null, 2],
          ],
          "ICC2",
        ),
      ),
    ).toBe("incomplete-table");
    expect(reasonOf(iccOf([[1, 2]], "ICC2"))).toBe("too-few-units");
    expect(reasonOf(iccOf([], "ICC2"))).toBe("no-ratings");
  });
});

describe("Kendall's W", () => {
  test("ranks of two raters, opposite and equal", () => {
    expect(
      figureOf(
        wOf([
          [1, 3],
          [2, 2],
          [3, 1],
        ]),
      ).corrected.w,
    ).toBeCloseTo(0, 12);
    expect(
      figureOf(
        wOf([
          [1, 5],
          [2, 6],
          [3, 9],
        ]),
      ).corrected.w,
    ).toBeCloseTo(1, 12);
  });

  testWithCases("irr's videos, where ties dominate", () => {
    const reference = referenceCase("kendall_video");
    const found = figureOf(wOf(reference.table()));
    expect(found.uncorrected.w).toBeCloseTo(reference.number("W_uncorrected"), 9);
    expect(found.corrected.w).toBeCloseTo(reference.number("W_tie_corrected"), 9);
    expect(found.corrected.p).toBeCloseTo(reference.number("p_tie_corrected"), 9);
    expect(figureOf(found.f).p).toBeCloseTo(reference.number("F_p"), 9);
  });

  test("only the order within each rater counts", () => {
    fc.assert(
      fc.property(withAnotherOrder(completeTables), ({ table, shuffled }) => {
        const stretched = shuffled.map((row) => row.map((x) => x ** 3 + 7));
        const [one, other] = [wOf(table), wOf(stretched)];
        expect(other.ok).toBe(one.ok);
        if (one.ok && other.ok) expect(other.value.corrected.w).toBeCloseTo(one.value.corrected.w, 9);
      }),
    );
  });

  test("raters who never vary leave nothing to order", () => {
    expect(
      reasonOf(
        wOf([
          [4, 4],
          [4, 4],
          [4, 4],
        ]),
      ),
    ).toBe("no-variation");
  });
});

describe("Fleiss' classic kappa", () => {
  testWithCases("Fleiss 1971", () => {
    const reference = referenceCase("fleiss_1971");
    const found = figureOf(fleissClassic(figureOf(completeTable(reference.table())), SCALE));
    expect(found.kappa).toBeCloseTo(reference.number("kappa"), 9);
    expect(found.z).toBeCloseTo(reference.number("z"), 6);
    expect(found.conger).toBeCloseTo(reference.number("kappa_exact_conger"), 9);
  });

  test("kappa is the mean of the categories' kappas weighted by their spread; unused ones have none", () => {
    fc.assert(
      fc.property(completeTables, (table) => {
        const complete = completeTable(table);
        const found = complete.ok ? fleissClassic(complete.value, SCALE) : complete;
        if (!found.ok) return;
        const all = table.flat();
        let top = 0;
        let bottom = 0;
        SCALE.forEach((c, at) => {
          const p = all.filter((x) => x === c).length / all.length;
          const own = found.value.perCategory[at];
          expect(own?.ok).toBe(p > 0 && p < 1);
          top += p * (1 - p) * (own?.ok ? own.value : 0);
          bottom += p * (1 - p);
        });
        expect(top / bottom).toBeCloseTo(found.value.kappa, 9);
      }),
    );
  });
});

describe("agreement within a unit", () => {
  test("worked by hand and as multilevel computes it", () => {
    expect(figureOf(withinGroupAgreement([4, 3, 3, 4], 5)).estimate).toBeCloseTo(1 - 1 / 3 / 2, 12);
    expect(figureOf(awg([4, 3, 3, 4], [1, 5])).estimate).toBeCloseTo(13 / 15, 12);
    expect(figureOf(awg([4, 3, 3, 4], [1, 5]))).toMatchObject({ ratings: 4, rough: false });
    expect(figureOf(withinGroupAgreement([4, 3], 5))).toMatchObject({ ratings: 2, rough: true });
    const anova = { n: 10, k: 4, msb: 3, msj: 2, mse: 1.5, msw: 1.6 };
    const found = figureOf(finn(anova, "two-way", 5));
    expect(found).toMatchObject({ estimate: 0.25, units: 10, raters: 4 });
    // 27 x .75 over the chi-square quantiles 14.573 and 43.195 of 27 degrees of freedom.
    expect(figureOf(found.interval)[0]).toBeCloseTo(1 - 20.25 / 14.5734, 4);
    expect(figureOf(found.interval)[1]).toBeCloseTo(1 - 20.25 / 43.1945, 4);
    expect(figureOf(finn(anova, "one-way", 5)).estimate).toBeCloseTo(0.2, 12);
    expect(reasonOf(figureOf(finn({ ...anova, mse: 0 }, "two-way", 5)).interval)).toBe("no-variation");
  });

  test("it never leaves its range, and the order of raters changes nothing", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 8 }), (scores) => {
        const rwg = figureOf(withinGroupAgreement(scores, 5)).estimate;
        expect(rwg).toBeGreaterThanOrEqual(0);
        expect(rwg).toBeLessThanOrEqual(1);
        expect(figureOf(withinGroupAgreement([...scores].reverse(), 5)).estimate).toBeCloseTo(rwg, 12);
      }),
    );
  });

  test("one rating, and a mean too near the end, have reasons", () => {
    expect(reasonOf(withinGroupAgreement([3], 5))).toBe("no-pairs");
    expect(reasonOf(awg([5, 4, 5], [1, 5]))).toBe("all-extreme");
    expect(figureOf(awg([5, 5], [1, 5])).estimate).toBe(1);
  });
});
