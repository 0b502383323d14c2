import { COMPLETE, cell, openCockpit, press, row, stateLine } from "../support/cockpit";
import { layOutInterview } from "../support/interview";
import { ledgerOf } from "../support/ledger";
import { expect, test } from "./fixtures";

test("Ada scores by keyboard alone while the timer runs, and finds everything after a reload", async ({
  page,
  signInAs,
  world,
}) => {
  const interview = await layOutInterview(world, "Noor Haddad", ["Ada", "Ben"]);
  await signInAs("ada");
  await openCockpit(page, interview.path);
  await press(page, "t", "5", "n");
  await page.keyboard.type("“I ran it against production.” 4 minutes lost");
  await press(page, "Escape", "t", "ArrowDown", "0", "j", "2", "j", "j", "1", "x", "4", "p");

  await expect(cell(page, "Ownership", "5")).toBeChecked();
  await expect(row(page, "Ownership").getByText(/^Begun at 0:\d\d$/)).toBeVisible();
  await expect(row(page, "Moment of noticing").getByRole("checkbox", { name: "Not observed" })).toBeChecked();
  await expect(cell(page, "Calibration", "−2")).toBeChecked();
  await expect(page.getByRole("timer")).toHaveText(/^0:\d\d$/);
  await expect(stateLine(page, "Saved")).toBeVisible();

  await page.reload();
  await expect(cell(page, "Ownership", "5")).toBeChecked();
  await expect(page.getByLabel("Evidence for Ownership")).toHaveValue(
    "“I ran it against production.” 4 minutes lost",
  );
  await expect(cell(page, "Consequence", "2")).toBeChecked();
  await expect(cell(page, "Calibration", "−2")).toBeChecked();
  await expect(row(page, "Fix").getByRole("radio", { checked: true })).toHaveCount(0);
  await expect(page.getByRole("switch", { name: "No consequence and no fix" })).toBeChecked();
  await expect(page.getByRole("button", { name: /^Probing/ })).toHaveAttribute("aria-pressed", "true");
  const { ratings } = await ledgerOf(world, interview.card("Ada"));
  expect(ratings).toEqual({ ownership: 5, consequence: 2, calibration: -2 });
});

test("Ada leaves for another page and comes back, and what she said is still there", async ({
  page,
  signInAs,
  world,
}) => {
  const interview = await layOutInterview(world, "Joke Prins", ["Ada"]);
  await signInAs("ada");
  await openCockpit(page, interview.path);
  await press(page, "4", "j", "2", "n");
  await page.keyboard.type("typed a moment before leaving");
  await page.getByRole("link", { name: "Rubric" }).click();
  await expect(page).toHaveURL(/\/rubric$/);
  await page.goBack();
  await expect(cell(page, "Ownership", "4")).toBeChecked();
  await expect(page.getByLabel("Evidence for Moment of noticing")).toHaveValue(
    "typed a moment before leaving",
  );
  await expect(stateLine(page, "Saved")).toBeVisible();
  await cell(page, "Ownership", "3").click();
  await expect(stateLine(page, "Saved")).toBeVisible();
  expect((await ledgerOf(world, interview.card("Ada"))).ratings).toEqual({ ownership: 3, noticing: 2 });
});

test("nothing is chosen before Ada chooses; wheel and drag change nothing, and arrows stop at the ends", async ({
  page,
  signInAs,
  world,
}) => {
  const interview = await layOutInterview(world, "Ines Duarte", ["Ada"]);
  await signInAs("ada");
  await openCockpit(page, interview.path);
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);

  await cell(page, "Fix", "2").hover();
  await page.mouse.wheel(0, 400);
  await page.mouse.down();
  await cell(page, "Fix", "5").hover();
  await page.mouse.up();
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);

  await cell(page, "Calibration", "+1").click();
  await press(page, "ArrowRight", "ArrowRight", "ArrowRight");
  await expect(cell(page, "Calibration", "+2")).toBeChecked();
  await expect(stateLine(page, "Saved")).toBeVisible();
  expect((await ledgerOf(world, interview.card("Ada"))).ratings).toEqual({ calibration: 2 });
});

test("every anchor can be read by keyboard without rating anything", async ({ page, signInAs, world }) => {
  const interview = await layOutInterview(world, "Otto Brandt", ["Ada"]);
  await signInAs("ada");
  await openCockpit(page, interview.path);
  const anchor = await cell(page, "Ownership", "1").getAttribute("aria-label");
  await press(page, "a");
  await expect(row(page, "Ownership").getByRole("term")).toHaveText(["1", "2", "3", "4", "5"]);
  await expect(row(page, "Ownership").getByRole("definition").first()).toHaveText(
    (anchor ?? "").replace(/^1: /, ""),
  );
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
});

test("Ada sees what is missing before she submits, and is taken to the first of it", async ({
  page,
  signInAs,
  world,
}) => {
  const interview = await layOutInterview(world, "Zane Holt", ["Ada"]);
  await signInAs("ada");
  await openCockpit(page, interview.path);
  await expect(page.getByRole("button", { name: "6 things left" })).toBeVisible();
  await press(page, ...COMPLETE, "k", "1");
  await page.getByRole("button", { name: "1 thing left" }).click();
  const left = page.getByRole("list", { name: "Left before submitting" });
  await expect(left.getByRole("button")).toHaveText(["Evidence for Fix"]);

  await press(page, "Control+Enter");
  await expect(page.getByLabel("Evidence for Fix")).toBeFocused();
  await page.keyboard.type("Now a check in the pipeline");
  await expect(page.getByText("Nothing left").filter({ visible: true })).toBeVisible();
});

test("a trap that a level speaks against is said at once, and wants a reason or another level", async ({
  page,
  signInAs,
  world,
}) => {
  const interview = await layOutInterview(world, "Una Falk", ["Ada"]);
  await signInAs("ada");
  await openCockpit(page, interview.path);
  await press(page, "4", "x", "1");
  await expect(page.getByText("You rated Ownership 4. Change a level, or say why both hold.")).toBeVisible();
  await expect(cell(page, "Ownership", "4")).toBeChecked();
  await page.getByLabel("Reason, one line").fill("Owned it, but it was a boast");
  await page.getByRole("button", { name: /things left/ }).click();
  await expect(page.getByRole("list", { name: "Left before submitting" })).not.toContainText(
    "against Ownership",
  );
});

test("Ada takes a submission back within ten seconds, and nothing was sent", async ({
  page,
  signInAs,
  world,
}) => {
  const interview = await layOutInterview(world, "Piet Maas", ["Ada"]);
  await signInAs("ada");
  await openCockpit(page, interview.path);
  await press(page, ...COMPLETE);
  await expect(page.getByText("Nothing left").filter({ visible: true })).toBeVisible();
  await press(page, "Control+Enter");
  await expect(page.getByRole("button", { name: "Undo" })).toBeFocused();
  await press(page, "Enter");
  await expect(page.getByRole("button", { name: "Submit scorecard" })).toBeVisible();

  await press(page, "Control+Enter");
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
  await cell(page, "Fix", "3").click();
  await expect(page.getByRole("alert").filter({ hasText: "You changed something" })).toBeVisible();
  await expect(stateLine(page, "Saved")).toBeVisible();
  expect((await ledgerOf(world, interview.card("Ada"))).submissions).toBe(0);
});

test("Ada sees Ben's scorecard only after submitting her own", async ({ page, signInAs, world }) => {
  const interview = await layOutInterview(world, "Mira Stone", ["Ada", "Ben"]);
  await interview.submitAs("Ben", [2, 1, 3, 2, -1]);
  await signInAs("ada");
  await openCockpit(page, interview.path);
  const bens = page.getByRole("region", { name: /^Ben.*scorecard$/ });
  await expect(bens).toHaveCount(0);
  await expect(page.getByText("Seat 1 of 2 · 1 submitted")).toBeVisible();
  expect(await page.content()).not.toContain("heard about");

  await press(page, ...COMPLETE, "Control+Enter");
  await page.getByRole("button", { name: "Submit now" }).click();
  await expect(bens).toBeVisible(); // else "not visible" above proves nothing
  await expect(bens.getByText("heard about fix")).toBeVisible();
  await expect(page.getByText("Calibration is split")).toBeHidden();
  await expect(page.getByRole("region", { name: "Your scorecard", exact: true })).toBeVisible();
  await expect(page.getByRole("radio")).toHaveCount(0);
  expect((await ledgerOf(world, interview.card("Ada"))).submissions).toBe(1);
});

test("with her own scorecard in, Ada sees Ben's come in without asking again", async ({
  page,
  signInAs,
  world,
}) => {
  const interview = await layOutInterview(world, "Mirko Stahl", ["Ada", "Ben"]);
  await interview.submitAs("Ada", [3, 3, 3, 3, 0]);
  await signInAs("ada");
  await page.goto(interview.path);
  await expect(page.getByRole("region", { name: "Your scorecard", exact: true })).toBeVisible();
  const bens = page.getByRole("region", { name: /^Ben.*scorecard$/ });
  await expect(bens).toHaveCount(0);
  await interview.submitAs("Ben", [2, 2, 3, 2, -1]);
  await expect(bens).toBeVisible();
});

test("after ten seconds the submission goes by itself", async ({ page, signInAs, world }) => {
  const interview = await layOutInterview(world, "Ravi Nair", ["Ada"]);
  await page.clock.install();
  await signInAs("ada");
  await openCockpit(page, interview.path);
  await press(page, ...COMPLETE, "Control+Enter");
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
  await page.clock.runFor(11_000);
  await expect(page.getByRole("region", { name: "Your scorecard", exact: true })).toBeVisible();
  expect((await ledgerOf(world, interview.card("Ada"))).submissions).toBe(1);
});

test("Ada submits and turns to another page: it is said there with the way back, and goes by itself", async ({
  page,
  signInAs,
  world,
}) => {
  const interview = await layOutInterview(world, "Solveig Aune", ["Ada"]);
  await page.clock.install();
  await signInAs("ada");
  await openCockpit(page, interview.path);
  await press(page, ...COMPLETE, "Control+Enter");
  await page.getByRole("link", { name: "Interviews" }).first().click();
  const notice = page.getByRole("list", { name: "Being submitted" });
  await expect(notice).toContainText("Solveig Aune");
  await notice.getByRole("button", { name: "Undo" }).click();
  await expect(notice).toHaveCount(0);
  await page.goBack();
  await expect(page.getByRole("button", { name: "Submit scorecard" })).toBeVisible();
  expect((await ledgerOf(world, interview.card("Ada"))).submissions).toBe(0);

  await row(page, "Ownership").getByRole("group").focus();
  await press(page, "Control+Enter");
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
  await page.getByRole("link", { name: "Interviews" }).first().click();
  await expect(notice).toContainText("Solveig Aune");
  await page.clock.runFor(11_000);
  await expect(notice).toHaveCount(0);
  await expect.poll(async () => (await ledgerOf(world, interview.card("Ada"))).submissions).toBe(1);
});

test("Ada's home says what is on today and what each row is for", async ({ page, signInAs, world }) => {
  const interview = await layOutInterview(world, "Ceren Yildiz", ["Ada", "Ben"]);
  await interview.submitAs("Ben", [3, 3, 3, 3, 0]);
  await signInAs("ada");
  await page.goto("/interviews");
  const mine = page
    .getByRole("region", { name: "Today" })
    .getByRole("listitem")
    .filter({ hasText: "Ceren Yildiz" });
  await expect(mine).toContainText("1 of 2 submitted");
  await mine.getByRole("link", { name: /^Start/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Ceren Yildiz" })).toBeVisible();
});
