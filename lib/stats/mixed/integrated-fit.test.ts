import { expect, test } from "vitest";
import { expectedRanks } from "../ranks/expected-rank";
import { ratingsOfTable } from "../ratings";
import { fitCrossed } from "./crossed-fit";
import { sparsePanel } from "./example-tables";
import { fairScores } from "./fair-scores";
import { fitIntegrated } from "./integrated-fit";

/** Five units, four raters, two or three views each: a live panel. */
const LIVE = ratingsOfTable([
  [null, 1, 2, 1],
  [3, null, null, 3],
  [4, 4, 5, null],
  [null, 2, 3, 3],
  [5, null, null, 5],
]);

test("a live panel agrees with a fine 70 x 70 grid computed elsewhere", () => {
  const fit = fitIntegrated(LIVE);
  if (!fit.ok) throw new Error(fit.detail);
  const { fair, rater, deviation, better } = fit.value;
  [1.36323, 3.06318, 4.29566, 2.65441, 4.97251].forEach((value, i) => {
    expect(Math.abs((fair.estimate[i] ?? 0) - value)).toBeLessThan(0.005);
  });
  [0.39905, 0.42237, 0.38876, 0.38833, 0.44006].forEach((value, i) => {
    expect(Math.abs((fair.se[i] ?? 0) - value)).toBeLessThan(0.005);
  });
  expect(Math.abs((rater.estimate[2] ?? 0) - 0.44041)).toBeLessThan(0.005);
  expect(Math.abs(deviation.unit - 1.39885)).toBeLessThan(0.01);
  expect(Math.abs((expectedRanks(better, 5)[4] ?? 0) - 1.04249)).toBeLessThan(0.02);
});

test("small panels get wider intervals than plugged-in variances give", () => {
  const ratings = sparsePanel(12, 6, 3, 4);
  const plugged = fitCrossed(ratings);
  const integrated = fitIntegrated(ratings);
  if (!plugged.ok || !integrated.ok) throw new Error("both fit");
  const mean = (values: Float64Array) => values.reduce((sum, x) => sum + x, 0) / values.length;
  expect(mean(integrated.value.fair.se)).toBeGreaterThan(mean(fairScores(plugged.value).se));
});

test("P(A > B) and P(B > A) add to one, and a constant table has no fit", () => {
  const fit = fitIntegrated(LIVE);
  if (!fit.ok) throw new Error(fit.detail);
  for (let i = 0; i < 5; i++) {
    for (let j = 0; j < 5; j++) {
      expect((fit.value.better[i * 5 + j] ?? 0) + (fit.value.better[j * 5 + i] ?? 0)).toBeCloseTo(1, 10);
    }
  }
  expect(
    fitIntegrated(
      ratingsOfTable([
        [2, 2],
        [2, 2],
      ]),
    ),
  ).toMatchObject({ ok: false, reason: "no-variation" });
});

test("perfect agreement leaves no residual: a reason, not certainty", () => {
  const agreed = ratingsOfTable([
    [3, 3],
    [4, 4],
    [1, 1],
  ]);
  expect(fitIntegrated(agreed)).toMatchObject({ ok: false, reason: "not-converged" });
});
