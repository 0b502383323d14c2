import { cell, press, row, stateLine, tabTo } from "../support/cockpit";
import { layOutInterview } from "../support/interview";
import { pressToOpen } from "../support/keys";
import { ledgerOf } from "../support/ledger";
import { expect, test } from "./fixtures";

const RATINGS = { ownership: 5, noticing: 4, consequence: 3, fix: 2, calibration: 0 };

test("Ada's hour by keyboard alone: found in the palette, timed, scored, submitted, amended", async ({
  page,
  signInAs,
  world,
}) => {
  const interview = await layOutInterview(world, "Kamila Nowak", ["Ada", "Ben"]);
  await interview.submitAs("Ben", [3, 4, 3, 4, 1]);
  await signInAs("ada");
  await page.goto("/interviews");
  const palette = page.getByRole("dialog", { name: "Go to" });
  await pressToOpen(page, "Control+k", palette);
  await page.keyboard.type("kamila");
  await expect(palette.getByRole("option", { name: /^Kamila Nowak/ })).toBeVisible();
  await press(page, "Enter");
  await expect(row(page, "Ownership").getByRole("group")).toBeFocused();

  await press(page, "t", "5", "n");
  await page.keyboard.type("“I chose the date, alone.”");
  await press(page, "Escape", "t", "t", "j", "4", "t", "p");
  await expect(page.getByRole("button", { name: /^Probing/ })).toHaveAttribute("aria-pressed", "true");
  await press(page, "p", "j", "3", "x", "4");
  await expect(page.getByText("You rated Consequence 3.")).toBeVisible();
  await press(page, "x", "4", "j", "2", "j", "3", "j", "2");
  await press(page, "t", "t", "t");
  await expect(page.getByText(/information, not a score/)).toBeVisible();
  await press(page, "Control+Enter");
  await expect(page.getByRole("button", { name: "Undo" })).toBeFocused();
  await tabTo(page, page.getByRole("button", { name: "Submit now" }));
  await press(page, "Enter");

  await expect(page.getByRole("region", { name: /^Ben.*scorecard$/ })).toBeVisible();
  await expect(page.getByText("furthest apart on Ownership, 3 to 5")).toBeVisible();
  const mine = page.getByRole("region", { name: "Your scorecard", exact: true });
  await tabTo(page, mine.getByRole("button", { name: "Amend Fix" }));
  await press(page, "Enter");
  await tabTo(page, mine.getByRole("radio", { name: /^1:/ }));
  await press(page, "ArrowRight", "ArrowRight");
  await tabTo(page, mine.getByLabel("Why, in one line"));
  await page.keyboard.type("Ben heard the rule");
  await press(page, "Enter");
  await expect(mine.getByRole("list", { name: "Amendments" })).toContainText("Ben heard the rule");
  const { ratings, submissions } = await ledgerOf(world, interview.card("Ada"));
  expect([submissions, ratings]).toEqual([1, RATINGS]);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("Ada's hour by touch alone: every step is a tap, and only words are typed", async ({
    page,
    signInAs,
    world,
  }) => {
    const interview = await layOutInterview(world, "Levin Roth", ["Ada"]);
    await signInAs("ada");
    await page.goto("/interviews");
    await page.getByRole("link", { name: /^Start: Levin Roth/ }).tap();
    await page.getByRole("button", { name: "Start: Situation" }).tap();
    for (const beat of ["Task", "The mistake", "Noticing"]) {
      await page.getByRole("button", { name: beat, exact: true }).tap();
    }
    const taps = [
      cell(page, "Ownership", "5"),
      cell(page, "Moment of noticing", "4"),
      cell(page, "Consequence", "3"),
      cell(page, "Fix", "2"),
      cell(page, "Calibration", "0"),
    ];
    for (const each of taps) await each.tap();
    expect(taps.length).toBeLessThanOrEqual(6);

    await page.getByRole("textbox", { name: "Evidence for Ownership" }).tap();
    await page.keyboard.insertText("“My call, nobody else’s.”");
    await expect(row(page, "Ownership").getByText(/^Begun at 0:\d\d$/)).toBeVisible();
    await page.getByRole("button", { name: "All anchors of Fix" }).tap();
    await expect(row(page, "Fix").getByRole("definition")).toHaveCount(5);
    await page.getByRole("group", { name: "Noticed by" }).getByRole("radio", { name: "self" }).tap();
    await page.getByRole("switch", { name: "The team’s mistake" }).tap();
    await expect(page.getByText("You rated Ownership 5.")).toBeVisible();
    await page.getByRole("switch", { name: "The team’s mistake" }).tap();
    await page
      .getByRole("group", { name: "Recommendation" })
      .getByRole("radio", { name: "yes", exact: true })
      .tap();
    await page.getByRole("button", { name: "End", exact: true }).tap();
    await expect(page.getByRole("button", { name: "Time again" })).toBeVisible();
    await expect(stateLine(page, "Saved")).toBeVisible();
    await page.getByRole("button", { name: "Submit scorecard" }).tap();
    await page.getByRole("button", { name: "Submit now" }).tap();
    await expect(page.getByRole("region", { name: "Your scorecard", exact: true })).toBeVisible();
    const { ratings, submissions } = await ledgerOf(world, interview.card("Ada"));
    expect([submissions, ratings]).toEqual([1, RATINGS]);
  });
});

test("Ada's hour by names alone: everything is found as a screen reader announces it", async ({
  page,
  signInAs,
  world,
}) => {
  const interview = await layOutInterview(world, "Milo Stern", ["Ada"]);
  await signInAs("ada");
  await page.goto("/interviews");
  await page.getByRole("link", { name: /^Start: Milo Stern/ }).press("Enter");
  const card = page.getByRole("region", { name: "Your scorecard for Milo Stern" });
  await card.getByRole("button", { name: "Start the timer" }).press("Enter");
  await expect(card.getByRole("timer", { name: "Answer time" })).toHaveText(/^0:\d\d$/);
  const say: [dimension: string, option: RegExp][] = [
    ["Ownership", /^5: Opens with the one call/],
    ["Moment of noticing", /^4: Told the right person soon after/],
    ["Consequence", /^3: /],
    ["Fix", /^2: /],
    ["Calibration", /^0: /],
  ];
  for (const [dimension, option] of say) {
    const group = card.getByRole("group", { name: dimension, exact: true });
    await group.getByRole("radio", { name: option }).press("Space");
    await expect(group.getByRole("radio", { name: option })).toBeChecked();
  }
  await card.getByRole("textbox", { name: "Evidence for Ownership" }).fill("Said “I decided”");
  await card
    .getByRole("group", { name: "Recommendation", exact: true })
    .getByRole("radio", { name: "yes", exact: true })
    .press("Space");
  await expect(page.getByRole("status").filter({ hasText: /^Saved$/ })).toBeVisible();
  await card.getByRole("button", { name: "Submit scorecard" }).press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Submitting in ten seconds" })).toBeAttached();
  await card.getByRole("button", { name: "Submit now" }).press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Submitted." })).toBeVisible();
  const { ratings, submissions } = await ledgerOf(world, interview.card("Ada"));
  expect([submissions, ratings]).toEqual([1, RATINGS]);
});
