import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { referenceCase, testWithCases } from "../../../tests/support/reference";
import { figureOf, reasonOf, sparseTables } from "../../../tests/support/tables";
import { type Ratings, ratingsOfTable } from "../ratings";
import type { TermModel } from "./term-layout";
import { fitTerms } from "./term-reml";

function crossed({ score, unit, rater, units, raters }: Ratings): TermModel {
  return {
    score,
    fixed: [new Float64Array(score.length).fill(1)],
    terms: [
      { level: unit, levels: units },
      { level: rater, levels: raters },
    ],
  };
}

describe("REML of any terms", () => {
  testWithCases.each(["lmm_sparse_40x12", "lmm_penicillin"])("%s as lme4 fits it", (id) => {
    const reference = referenceCase(id);
    const fit = figureOf(fitTerms(crossed(reference.ratings())));
    expect(fit.criterion).toBeCloseTo(reference.number("reml_criterion"), 7);
    expect(fit.beta[0]).toBeCloseTo(reference.number("intercept"), 6);
    expect(Math.sqrt(fit.betaVariance[0] ?? 0)).toBeCloseTo(reference.number("intercept_se"), 6);
  });

  test("adding a constant moves the mean only; doubling scores makes every variance four times as large", () => {
    fc.assert(
      fc.property(sparseTables, (table) => {
        const ratings = ratingsOfTable(table);
        if (ratings.score.length < 10) return;
        const one = fitTerms(crossed(ratings));
        if (!one.ok) return;
        const other = fitTerms(crossed({ ...ratings, score: ratings.score.map((x) => 2 * x + 7) }));
        const moved = figureOf(other);
        expect(moved.beta[0]).toBeCloseTo(2 * (one.value.beta[0] ?? 0) + 7, 5);
        moved.variance.forEach((v, f) => {
          expect(v / 4).toBeCloseTo(one.value.variance[f] ?? 0, 4);
        });
      }),
      { numRuns: 60 },
    );
  });

  test("no variance is negative, of effects or of their errors", () => {
    fc.assert(
      fc.property(sparseTables, (table) => {
        const fit = fitTerms(crossed(ratingsOfTable(table)));
        if (!fit.ok) return;
        for (const v of [...fit.value.variance, fit.value.residual]) expect(v).toBeGreaterThanOrEqual(0);
        for (const errors of fit.value.errorVariance)
          for (const v of errors) expect(v).toBeGreaterThanOrEqual(-1e-9);
      }),
    );
  });

  test("no ratings, too few, and no variation have reasons", () => {
    expect(reasonOf(fitTerms(crossed(ratingsOfTable([]))))).toBe("no-ratings");
    expect(reasonOf(fitTerms(crossed(ratingsOfTable([[1, 2]]))))).toBe("too-few-ratings");
    expect(
      reasonOf(
        fitTerms(
          crossed(
            ratingsOfTable([
              [3, 3],
              [3, 3],
            ]),
          ),
        ),
      ),
    ).toBe("no-variation");
  });
});
