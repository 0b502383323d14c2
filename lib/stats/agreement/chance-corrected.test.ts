import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { referenceCase, testWithCases } from "../../../tests/support/reference";
import { figureOf, reasonOf, sparseTables, withAnotherOrder } from "../../../tests/support/tables";
import type { Outcome } from "../outcome";
import { type RatingTable, ratingsOfTable } from "../ratings";
import { alphaGwet } from "./alpha-gwet";
import { brennanPrediger } from "./brennan-prediger";
import { countByUnit } from "./counts";
import { fleissKappa } from "./fleiss-kappa";
import { gwetAc } from "./gwet-ac";
import { krippendorffAlpha } from "./krippendorff-alpha";
import type { Coefficient } from "./linearised";
import { percentAgreement } from "./percent-agreement";
import { type AgreementProfile, agreementProfile } from "./profile";
import { WEIGHTINGS, type Weighting, weightTable } from "./weights";

const SCALE = [1, 2, 3, 4, 5];
type Statistic = (profile: AgreementProfile) => Outcome<Coefficient>;

function profileOf(table: RatingTable, weighting: Weighting, scale: readonly number[] = SCALE) {
  const counts = countByUnit(ratingsOfTable(table));
  return counts.ok ? agreementProfile(counts.value, scale, weightTable(scale, weighting)) : counts;
}

function estimate(table: RatingTable, statistic: Statistic, weighting: Weighting, scale = SCALE) {
  const profile = profileOf(table, weighting, scale);
  return profile.ok ? statistic(profile.value) : profile;
}

const NAMED: readonly [string, Statistic][] = [
  ["AC2", gwetAc],
  ["fleiss_kappa", fleissKappa],
  ["brennan_prediger", brennanPrediger],
];
const ALL: readonly Statistic[] = [percentAgreement, gwetAc, fleissKappa, brennanPrediger, alphaGwet];

describe("chance-corrected agreement", () => {
  test("two units, one agreed: worked by hand on two categories", () => {
    const table = [
      [1, 1],
      [1, 2],
    ];
    // p_a = 1/2; shares 3/4 and 1/4.
    expect(figureOf(estimate(table, percentAgreement, "unweighted", [1, 2])).estimate).toBeCloseTo(0.5, 12);
    expect(figureOf(estimate(table, brennanPrediger, "unweighted", [1, 2])).estimate).toBeCloseTo(0, 12);
    expect(figureOf(estimate(table, fleissKappa, "unweighted", [1, 2])).estimate).toBeCloseTo(-1 / 3, 12);
    expect(figureOf(estimate(table, gwetAc, "unweighted", [1, 2])).estimate).toBeCloseTo(0.2, 12);
  });

  testWithCases.each(NAMED)(
    "%s on the sparse 60 x 25 panel, three weightings, with its standard error",
    (name, statistic) => {
      const reference = referenceCase("gwet_sparse_60x25");
      for (const weighting of ["linear", "quadratic", "ordinal"] as const) {
        const found = figureOf(estimate(reference.table(), statistic, weighting));
        expect(found.estimate).toBeCloseTo(reference.number(`${name}_${weighting}`), 9);
        expect(figureOf(found.spread).standardError).toBeCloseTo(
          reference.number(`${name}_${weighting}_se`),
          9,
        );
      }
    },
  );

  test("the order of units and raters changes nothing", () => {
    fc.assert(
      fc.property(
        withAnotherOrder(sparseTables),
        fc.constantFrom(...ALL),
        fc.constantFrom(...WEIGHTINGS),
        ({ table, shuffled }, statistic, weighting) => {
          const [one, other] = [
            estimate(table, statistic, weighting),
            estimate(shuffled, statistic, weighting),
          ];
          expect(other.ok).toBe(one.ok);
          if (one.ok && other.ok) expect(other.value.estimate).toBeCloseTo(one.value.estimate, 9);
        },
      ),
    );
  });

  test("a table repeated has the same estimate and a smaller error", () => {
    fc.assert(
      fc.property(sparseTables, fc.constantFrom(gwetAc, fleissKappa, brennanPrediger), (table, statistic) => {
        const [one, twice] = [
          estimate(table, statistic, "linear"),
          estimate([...table, ...table], statistic, "linear"),
        ];
        if (!one.ok || !twice.ok) return;
        expect(twice.value.estimate).toBeCloseTo(one.value.estimate, 9);
        if (one.value.spread.ok && twice.value.spread.ok) {
          const gain = one.value.spread.value.standardError - twice.value.spread.value.standardError;
          expect(gain).toBeGreaterThanOrEqual(-1e-12);
        }
      }),
    );
  });

  test("Gwet's alpha is Krippendorff's: nominal by identity weights, interval by quadratic ones", () => {
    fc.assert(
      fc.property(sparseTables, (table) => {
        const counts = countByUnit(ratingsOfTable(table));
        if (!counts.ok) return;
        const pairs = [
          [alphaOfKrippendorff(table, "nominal"), estimate(table, alphaGwet, "unweighted")],
          [alphaOfKrippendorff(table, "interval"), estimate(table, alphaGwet, "quadratic")],
        ] as const;
        for (const [own, other] of pairs) {
          expect(other.ok).toBe(own.ok);
          if (own.ok && other.ok) expect(other.value.estimate).toBeCloseTo(own.value.estimate, 8);
        }
      }),
    );
  });

  test("equal ratings leave kappa and alpha without a figure; a stranger on the scale is named", () => {
    const constant = [
      [3, 3],
      [3, 3],
    ];
    expect(reasonOf(estimate(constant, fleissKappa, "linear"))).toBe("no-variation");
    expect(reasonOf(estimate(constant, alphaGwet, "linear"))).toBe("no-variation");
    expect(reasonOf(estimate([[1, null]], gwetAc, "linear"))).toBe("no-pairs");
    expect(reasonOf(estimate([[1, 9]], gwetAc, "linear"))).toBe("invalid-scale");
  });
});

function alphaOfKrippendorff(table: RatingTable, metric: "nominal" | "interval") {
  const counts = countByUnit(ratingsOfTable(table));
  return counts.ok ? krippendorffAlpha(counts.value, metric) : counts;
}
