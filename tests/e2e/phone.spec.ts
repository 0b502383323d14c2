import { layOutInterview } from "../support/interview";
import { ledgerOf } from "../support/ledger";
import { expect, test } from "./fixtures";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

/** The least a thumb hits without looking (screens.md). */
const TARGET_PX = 44;

test("Ada scores on a phone by touch: one tap a rating, nothing wider than the screen", async ({
  page,
  signInAs,
  world,
}) => {
  const interview = await layOutInterview(world, "Dana Weil", ["Ada", "Ben"]);
  await signInAs("ada");
  await page.goto(interview.path);
  await page.getByRole("button", { name: "Start: Situation" }).tap();
  const taps: [string, RegExp][] = [
    ["Ownership", /^4:/],
    ["Moment of noticing", /^3:/],
    ["Consequence", /^2:/],
    ["Fix", /^4:/],
    ["Calibration", /^−1:/],
  ];
  for (const [dimension, mark] of taps) {
    const cell = page
      .getByRole("region", { name: dimension, exact: true })
      .getByRole("radio", { name: mark });
    const box = await cell.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0), dimension).toBeGreaterThanOrEqual(TARGET_PX - 2);
    await cell.tap();
    await expect(cell).toBeChecked();
  }
  const stepper = page.getByRole("navigation", { name: "Dimensions" });
  await expect(stepper.getByRole("button", { name: "Calibration: −1" })).toBeVisible();
  await stepper.getByRole("button", { name: "Ownership: 4" }).tap();
  await expect(page.getByRole("heading", { name: "Ownership" })).toBeInViewport();

  await page
    .getByRole("group", { name: "Recommendation" })
    .getByRole("radio", { name: "yes", exact: true })
    .tap();
  await page.getByRole("button", { name: "Submit scorecard" }).tap();
  await page.getByRole("button", { name: "Submit now" }).tap();
  await expect(page.getByRole("region", { name: "Your scorecard", exact: true })).toBeVisible();
  const { submissions, ratings } = await ledgerOf(world, interview.card("Ada"));
  expect(submissions).toBe(1);
  expect(ratings).toEqual({ ownership: 4, noticing: 3, consequence: 2, fix: 4, calibration: -1 });
});

test("the cockpit works on the narrowest screen", async ({ page, signInAs, world }) => {
  const interview = await layOutInterview(world, "Finn Aalto", ["Ada"]);
  await page.setViewportSize({ width: 320, height: 640 });
  await signInAs("ada");
  await page.goto(interview.path);
  const cell = page.getByRole("region", { name: "Calibration" }).getByRole("radio", { name: /^\+2:/ });
  await cell.tap();
  await expect(cell).toBeChecked();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

test("of pages side by side the chosen one is in sight, wherever it stands", async ({ page, signInAs }) => {
  await signInAs("amos");
  await page.goto("/settings/audit");
  const tabs = page.getByRole("navigation", { name: "Settings" });
  await expect(tabs.getByRole("link", { name: "Audit" })).toBeInViewport({ ratio: 0.95 });
  await tabs.getByRole("link", { name: "Import" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Import");
  await expect(tabs.getByRole("link", { name: "Import" })).toBeInViewport({ ratio: 0.95 });
});
