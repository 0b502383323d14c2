import { reachState, STATES } from "../support/cockpit-states";
import { expect, test } from "./fixtures";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

/** The least a thumb hits without looking (screens.md). */
const TARGET_PX = 44;

/** Together these show every control that the cockpit has. */
const SHOWN = STATES.filter(({ name }) =>
  ["empty", "probing", "trap", "conflict", "counting"].includes(name),
);

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
  for (const state of SHOWN) {
    await reachState(page, world, state);
    if (state.name === "trap") {
      await page.getByRole("button", { name: "All anchors of Fix" }).click();
      await page
        .getByRole("button", { name: /things? left$/ })
        .filter({ visible: true })
        .click();
    }
    expect(await page.evaluate(smallerThan, TARGET_PX), state.name).toEqual([]);
  }
});
