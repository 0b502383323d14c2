import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { HeatCell } from "./heatmap";

const words = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
const cell = (...[props]: Parameters<typeof HeatCell>) =>
  words(renderToStaticMarkup(<HeatCell {...props} />));

test("a level's cell prints its mean with two decimals and n; nobody's mark is no data, never 0", () => {
  const figure = { counts: { "4": 1, "5": 2 }, n: 3, quality: 4.666, split: false };
  expect(cell({ dimension: "fix", figure })).toBe("4.67 n 3");
  const none = { counts: {}, n: 0, quality: null, split: false };
  expect(cell({ dimension: "fix", figure: none })).toBe("no data");
});

test("calibration prints its sides, the mean folded quality with n, and that it is split", () => {
  const figure = { counts: { "-2": 1, "0": 1, "2": 1 }, n: 3, quality: 2.5, split: true };
  const text = cell({ dimension: "calibration", figure });
  expect(text).toContain("◀ 1 1 1 ▶");
  expect(text).toMatch(/quality 2\.50 n 3 split$/);
});
