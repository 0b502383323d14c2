import { EVERY_STATE } from "../support/every-state";
import { pressToOpen } from "../support/keys";
import { addressOf, PAGES } from "../support/pages";
import { violations } from "./axe";
import { expect, test } from "./fixtures";

const THEMES = ["light", "dark"] as const;
/** The desk and the phone: between them a page is laid out as one of the two. */
const SIZES = [
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
] as const;
/** WCAG 1.4.10: no scrolling in two directions at this width. */
const REFLOW = { width: 320, height: 640 };

test.describe.configure({ timeout: 180_000 });

for (const seen of PAGES) {
  test(`${seen.name}: axe finds nothing in both themes, on desk and phone, and it reflows`, async ({
    page,
    signInAs,
    expectNoise,
  }) => {
    if (seen.missing) expectNoise(/404/);
    if (seen.as) await signInAs(seen.as);
    await page.goto(await addressOf(seen, page.request));
    await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
    await expect(page).toHaveTitle(/ · Plumbline$/);
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme });
      await expect(page.locator("html")).toHaveAttribute("data-theme", colorScheme);
      for (const size of SIZES) {
        await page.setViewportSize(size);
        // The theme changes colours and nothing else: what does not look at them has been asked in the light one.
        const rules = colorScheme === "light" ? "all" : "colour";
        expect(await violations(page, rules), `${colorScheme}, ${size.width} px`).toEqual([]);
      }
    }
    await page.setViewportSize(REFLOW);
    expect(await page.evaluate(overhanging), `reach beyond ${REFLOW.width} px`).toEqual([]);
    await seen.after?.(page.request);
  });
}

/** In the page: what makes it scroll sideways, with how far each reaches. */
function overhanging(): string[] {
  const { scrollWidth } = document.documentElement;
  if (scrollWidth <= window.innerWidth) return [];
  const wide = [...document.querySelectorAll("body *")].flatMap((element) => {
    const { right } = element.getBoundingClientRect();
    return right > window.innerWidth
      ? [`${element.tagName} ${element.className} "${element.textContent?.slice(0, 30)}" to ${right}`]
      : [];
  });
  return [`the page to ${scrollWidth}`, ...wide.slice(-12)];
}

/** States that show what no page shows when it is opened. */
const SHOWN = [
  "cockpit-trap",
  "cockpit-away",
  "cockpit-counting",
  "cockpit-submitted",
  "debrief-waiting",
  "debrief-blind",
  "debrief-amending",
  "debrief-decided-lead",
  "round-progress",
  "round-talked-over",
  "practice-setting",
  "rubric-unsound",
];

for (const state of EVERY_STATE.filter(({ name }) => SHOWN.includes(name))) {
  test(`${state.name}: axe finds nothing in both themes, on desk and phone, and it reflows`, async ({
    page,
    signInAs,
    world,
  }) => {
    await signInAs(state.as);
    await state.reach(page, world);
    if (state.name === "cockpit-submitted") await page.getByRole("button", { name: "Amend Fix" }).click();
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme });
      await expect(page.locator("html")).toHaveAttribute("data-theme", colorScheme);
      for (const size of SIZES) {
        await page.setViewportSize(size);
        const rules = colorScheme === "light" ? "all" : "colour";
        expect(await violations(page, rules), `${colorScheme}, ${size.width} px`).toEqual([]);
      }
    }
    await page.setViewportSize(REFLOW);
    expect(await page.evaluate(overhanging), `reach beyond ${REFLOW.width} px`).toEqual([]);
    await state.after?.(page);
  });
}

test("axe finds nothing in the palette, the list of shortcuts and the account menu", async ({
  page,
  signInAs,
}) => {
  await signInAs("rosa");
  await page.goto("/rubric");
  const palette = page.getByRole("dialog", { name: "Go to" });
  const account = page.getByRole("button", { name: /^Account/ });
  for (const colorScheme of THEMES) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator("html")).toHaveAttribute("data-theme", colorScheme);

    await pressToOpen(page, "Control+k", palette);
    await expect(palette.getByRole("group", { name: "Candidates" })).toBeVisible();
    expect(await violations(page), "palette").toEqual([]);
    await page.keyboard.press("Escape");
    await expect(palette).toBeHidden();

    await page.keyboard.press("?");
    const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    await expect(sheet).toBeVisible();
    expect(await violations(page), "shortcuts").toEqual([]);
    await page.keyboard.press("Escape");
    await expect(sheet).toBeHidden();

    await account.press("Enter");
    await expect(page.getByRole("menuitem", { name: "Sign out" })).toBeVisible();
    expect(await violations(page), "account menu").toEqual([]);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("menu")).toBeHidden();
  }
});
