import { EVERY_STATE } from "../support/every-state";
import { expect, test } from "./fixtures";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

/** The least a thumb hits without looking (screens.md). */
const TARGET_PX = 44;

/** Together these show every control that the cockpit has. */
const COCKPIT = ["empty", "probing", "trap", "conflict", "counting", "amending"].map(
  (name) => `cockpit-${name}`,
);
/** And these what is pressed in a debrief, in a live round, by leads setting references and on a draft. */
const ROOMS = [
  "debrief-waiting",
  "debrief-amending",
  "debrief-deciding",
  "debrief-decided-lead",
  "round-progress",
  "round-talked-over",
  "practice-setting",
  "rubric-unsound",
];
const statesOf = (names: readonly string[]) => EVERY_STATE.filter(({ name }) => names.includes(name));

/** In the page: what can be pressed and is smaller than this, with its size; a control under a label is as large as that. */
function smallerThan(px: number): string[] {
  const controls = document.querySelectorAll<HTMLElement>(
    "main :is(button, a[href], input, select, textarea)",
  );
  return [...controls].flatMap((control) => {
    const target = control.closest("label") ?? control;
    const { width, height } = target.getBoundingClientRect();
    if (!target.checkVisibility({ visibilityProperty: true }) || width <= 1) return [];
    // Half a pixel is rounding.
    if (Math.min(width, height) >= px - 0.5) return [];
    const name = control.getAttribute("aria-label") ?? target.textContent ?? "";
    return [`${name.slice(0, 40)}: ${width.toFixed(0)} by ${height.toFixed(0)}`];
  });
}

test("every control of the cockpit is a thumb wide and high on a phone, whatever state it is in", async ({
  page,
  signInAs,
  world,
  expectNoise,
}) => {
  expectNoise(/ERR_INTERNET_DISCONNECTED|Failed to load resource|Failed to fetch/);
  await signInAs("ada");
  for (const state of statesOf(COCKPIT)) {
    await state.reach(page, world);
    if (state.name === "cockpit-trap") {
      await page.getByRole("button", { name: "All anchors of Fix" }).click();
      await page
        .getByRole("button", { name: /things? left$/ })
        .filter({ visible: true })
        .click();
    }
    expect(await page.evaluate(smallerThan, TARGET_PX), state.name).toEqual([]);
  }
});

for (const state of statesOf(ROOMS)) {
  test(`every control of ${state.name} is a thumb wide and high on a phone`, async ({
    page,
    signInAs,
    world,
  }) => {
    await signInAs(state.as);
    await state.reach(page, world);
    expect(await page.evaluate(smallerThan, TARGET_PX)).toEqual([]);
    await state.after?.(page);
  });
}
