import { COMPLETE, cell, openCockpit, press, row, stateLine } from "../support/cockpit";
import { layOutInterview } from "../support/interview";
import { pressToOpen } from "../support/keys";
import { expect, test } from "./fixtures";

/** The least screen the cockpit is made for (screens.md, 2). */
test.use({ viewport: { width: 1280, height: 720 } });

test("five ratings, a recommendation and the submission are at most eleven keystrokes", async ({
  page,
  signInAs,
  world,
}) => {
  const interview = await layOutInterview(world, "Petra Lang", ["Ada"]);
  await signInAs("ada");
  await openCockpit(page, interview.path);
  const strokes = ["Shift+4", "Shift+3", "Shift+2", "Shift+4", "Shift+3", "3", "Control+Enter"];
  expect(strokes.length).toBeLessThanOrEqual(11);
  await press(page, ...strokes);
  await expect(page.getByRole("button", { name: "Undo" })).toBeFocused();
  await expect(cell(page, "Calibration", "0")).toBeChecked();
  const recommendation = page.getByRole("group", { name: "Recommendation" });
  await expect(recommendation.getByRole("radio", { name: "yes", exact: true })).toBeChecked();
});

test("everything stands on one screen of 1280 by 720, with notes, and nothing scrolls", async ({
  page,
  signInAs,
  world,
}) => {
  const interview = await layOutInterview(world, "Quirin Abel", ["Ada"]);
  await signInAs("ada");
  await openCockpit(page, interview.path);
  await press(page, "t", "5", "n");
  await page.keyboard.insertText("“I ran it against production. Wrong tab, my hands.”");
  await press(page, "Escape", "j", "5");
  const hidden = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll("main *")]
      .filter((element) => element.scrollHeight > element.clientHeight + 1)
      .filter(
        (element) => /auto|scroll/.test(getComputedStyle(element).overflowY) || element.tagName === "HTML",
      )
      .map((element) => `${element.tagName} ${element.scrollHeight} > ${element.clientHeight}`),
  );
  expect(hidden).toEqual([]);
});

test("the screen is kept on while the timer runs, and let go when the answer ends", async ({
  page,
  signInAs,
  world,
}) => {
  const interview = await layOutInterview(world, "Till Moser", ["Ada"]);
  await page.addInitScript(() => {
    const held = { now: 0 };
    const lock = () => {
      held.now += 1;
      return Promise.resolve({
        released: false,
        release: () => {
          held.now -= 1;
          return Promise.resolve();
        },
      });
    };
    Object.defineProperty(navigator, "wakeLock", { value: { request: lock } });
    Object.assign(window, { wakeLocksHeld: held });
  });
  const held = () => page.evaluate(() => (Reflect.get(window, "wakeLocksHeld") as { now: number }).now);
  await signInAs("ada");
  await openCockpit(page, interview.path);
  expect(await held()).toBe(0);
  await press(page, "t");
  await expect.poll(held).toBe(1);
  await page.getByRole("button", { name: "End", exact: true }).click();
  await expect.poll(held).toBe(0);
});

test("Ada gives the beat another key; the old one is free, a taken one is refused, and the sheet knows", async ({
  page,
  signInAs,
  world,
}) => {
  const interview = await layOutInterview(world, "Uwe Brand", ["Ada"]);
  await signInAs("ada");
  await page.goto("/settings");
  await page.getByRole("button", { name: /^Key for: Start the answer/ }).click();
  await press(page, "n");
  await expect(page.getByText("N is “Begin a note of evidence” already")).toBeVisible();
  await press(page, "b");
  await expect(page.getByRole("button", { name: /^Key for: Start the answer.*Now B$/ })).toBeVisible();

  await openCockpit(page, interview.path);
  await press(page, "t");
  await expect(page.getByRole("button", { name: "Start: Situation" })).toBeVisible();
  await press(page, "b");
  await expect(page.getByRole("button", { name: "Pause", exact: true })).toBeVisible();
  await pressToOpen(page, "?", page.getByRole("dialog", { name: "Keyboard shortcuts" }));
  await expect(page.getByRole("dialog").getByRole("term").filter({ hasText: /^B$/ })).toBeVisible();
});

test("single keys switched off do nothing; the palette still reaches the cockpit's deeds", async ({
  page,
  signInAs,
  world,
}) => {
  const interview = await layOutInterview(world, "Vera Linde", ["Ada"]);
  await signInAs("ada");
  await openCockpit(page, interview.path);
  await page.getByRole("button", { name: "Single keys: on" }).click();
  await row(page, "Ownership").getByRole("group").focus();
  await press(page, "4", "t");
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  await pressToOpen(page, "Control+k", page.getByRole("dialog", { name: "Go to" }));
  await page.keyboard.type("next beat");
  await press(page, "Enter");
  await expect(page.getByRole("button", { name: "Pause", exact: true })).toBeVisible();
});

test("space pauses with the focus on the timer, and the keys go on after a click on bare ground", async ({
  page,
  signInAs,
  world,
}) => {
  const interview = await layOutInterview(world, "Wanda Reuss", ["Ada"]);
  await signInAs("ada");
  await openCockpit(page, interview.path);
  await press(page, "t");
  await page.getByRole("region", { name: "Answer timer" }).focus();
  await press(page, " ");
  await expect(page.getByRole("button", { name: "Resume the timer" })).toBeVisible();
  await press(page, " ");
  await expect(page.getByRole("button", { name: "Pause the timer" })).toBeVisible();
  await page.getByRole("heading", { level: 1, name: "Wanda Reuss" }).click();
  await press(page, "4");
  await expect(cell(page, "Ownership", "4")).toBeChecked();
});

test("names are blurred for a shared screen, here and on the list, until they are shown again", async ({
  page,
  signInAs,
  world,
}) => {
  const interview = await layOutInterview(world, "Wanda Klee", ["Ada"]);
  await signInAs("ada");
  await openCockpit(page, interview.path);
  const name = page.getByRole("heading", { name: "Wanda Klee" });
  await expect(name).toHaveCSS("filter", "none");
  await press(page, "h");
  await expect(name).toHaveCSS("filter", /blur/);
  await page.goto("/interviews");
  await expect(name).toHaveCSS("filter", /blur/);
  await openCockpit(page, interview.path);
  await page.getByRole("button", { name: "Blur names" }).click();
  await expect(name).toHaveCSS("filter", "none");
});

test("a form typed in later keeps the time its author states, on the card that others see", async ({
  page,
  signInAs,
  world,
}) => {
  const interview = await layOutInterview(world, "Xenia Roy", ["Ada"]);
  await signInAs("ada");
  await openCockpit(page, interview.path);
  await page.getByRole("button", { name: "Paper form" }).click();
  await page.getByLabel("Scored on paper at").fill("2026-01-15T09:30");
  await press(page, "Escape");
  await expect(page.getByText("On paper, Thu 15 Jan 09:30")).toBeVisible();
  await expect(stateLine(page, "Saved")).toBeVisible();
  await row(page, "Ownership").getByRole("group").focus();
  await press(page, ...COMPLETE, "Control+Enter");
  await page.getByRole("button", { name: "Submit now" }).click();
  const card = page.getByRole("region", { name: "Your scorecard", exact: true });
  await expect(card.getByText("On paper, Thu 15 Jan 09:30")).toBeVisible();
});

test("asked for on the first page of all and without a network, the palette says so; what was typed at it rates nothing", async ({
  page,
  context,
  signInAs,
  world,
  expectNoise,
}) => {
  expectNoise(/Failed to load resource/);
  const interview = await layOutInterview(world, "Yara Simons", ["Ada"]);
  await signInAs("ada");
  await openCockpit(page, interview.path);
  await context.setOffline(true);
  await press(page, "Control+k", "4");
  await expect(page.getByText("This did not open")).toBeVisible();
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);

  await context.setOffline(false);
  const palette = page.getByRole("dialog", { name: "Go to" });
  await pressToOpen(page, "Control+k", palette);
  await expect(palette.getByRole("combobox")).toBeFocused();
  await press(page, "Escape");
  await expect(row(page, "Ownership").locator(":focus")).toHaveCount(1);
  await press(page, "4");
  await expect(cell(page, "Ownership", "4")).toBeChecked();
});
