import { layOutInterview } from "../support/interview";
import { expect, test } from "./fixtures";

test("a lead and three interviewers debrief: revealed to all at once, one loses the network, one amends, a decision stands", async ({
  page,
  world,
  signInAs,
  browserOf,
  expectNoise,
}) => {
  expectNoise(/ERR_INTERNET_DISCONNECTED/);
  const interview = await layOutInterview(world, "Paula Debrief", ["ada", "ben", "chidi"]);
  await interview.submitAs("ada", [4, 4, 4, 4, -1]);
  await interview.submitAs("ben", [2, 4, 4, 4, 1]);
  await signInAs("lena");
  const [ada, ben, chidi] = await Promise.all(["ada", "ben", "chidi"].map(browserOf));
  if (!ada || !ben || !chidi) throw new Error("three browsers were opened");
  await Promise.all([page, ada, ben, chidi].map((each) => each.goto(interview.debriefPath)));

  // Chidi is still to score: the room tells who, never what.
  await expect(chidi.getByText("Submit your own scorecard first")).toBeVisible();
  await expect(page.getByText("Waiting for 1 of 3 scorecards: Chidi Eze.")).toBeVisible();
  const panel = page.getByRole("region", { name: "Panel" });
  await expect(panel.getByRole("listitem")).toHaveText([
    /Ada Lindgren · heresubmitted/,
    /Ben Okoro · heresubmitted/,
    /Chidi Eze · hereto submit/,
    /Lena Hoffmann · hereno seat/,
  ]);
  await interview.submitAs("chidi", [3, 4, 4, 4, 0]);
  const reveal = page.getByRole("button", { name: "Reveal the scorecards" });
  await expect(reveal).toBeVisible();
  await expect(ada.getByText("A lead reveals the scorecards to everybody at once.")).toBeVisible();
  // Who would find them revealed is named before the lead presses.
  await expect(page.getByText("The whole panel is here.")).toBeVisible();

  await ben.context().setOffline(true);
  await expect(ben.getByText("You are looking at an earlier moment of this room")).toBeVisible();
  await reveal.click();
  for (const each of [page, ada, chidi]) {
    const order = each
      .getByRole("region", { name: "Dimensions, by disagreement" })
      .getByRole("heading", { level: 3 });
    await expect(order.first()).toHaveText("Calibration");
    await expect(order.nth(1)).toHaveText("Ownership");
  }
  await ben.context().setOffline(false);
  await expect(ben.getByRole("heading", { level: 3, name: "Calibration" })).toBeVisible();

  await ada.getByRole("button", { name: "Amend Ownership" }).click();
  const form = ada.getByRole("form", { name: "Amend Ownership" });
  await form.getByRole("radio", { name: /^3/ }).check({ force: true });
  await form.getByLabel("Why, in one line").fill("Ben heard the part I missed");
  await form.getByRole("button", { name: "Save amendment" }).click();
  await expect(page.getByText("Changed: Ben heard the part I missed")).toBeVisible();
  await expect(page.getByText("Ada Lindgren · first 4")).toBeVisible();

  await expect(ada.getByText("No decision yet.")).toBeVisible();
  await page.getByRole("button", { name: "Record the decision" }).click();
  await expect(page.getByText("Choose what the panel decided")).toBeVisible();
  await page.getByRole("radio", { name: "Go on", exact: true }).check({ force: true });
  await page.getByLabel("Why").fill("One incident, told straight, and a check that still runs.");
  await page.getByRole("button", { name: "Record the decision" }).click();
  for (const each of [page, ada, ben, chidi]) {
    const decision = each.getByRole("region", { name: "Decision" });
    await expect(decision).toContainText("Go on");
    await expect(decision).toContainText("Took part: Ada Lindgren, Ben Okoro, Chidi Eze and Lena Hoffmann.");
  }
  await expect(chidi.getByRole("region", { name: "What happened" }).getByRole("listitem")).toHaveText([
    /Lena Hoffmann revealed the scorecards/,
    /Ada Lindgren changed Ownership: 3\. Ben heard the part I missed/,
    /Lena Hoffmann recorded: Go on/,
  ]);

  // The packet on paper: a later decision, what it replaced, and no button.
  await page.getByText("Decide otherwise").click();
  await page.getByRole("radio", { name: "Hear more first", exact: true }).check({ force: true });
  await page.getByLabel("Why").fill("One question about the check is open.");
  await page.getByRole("button", { name: "Record the decision" }).click();
  await expect(chidi.locator("summary", { hasText: "One earlier decision" })).toBeVisible();
  await chidi.emulateMedia({ media: "print" });
  await expect(chidi.getByRole("region", { name: "Decision" })).toContainText("One incident, told straight");
  await expect(chidi.getByText("One incident, told straight").filter({ visible: true })).toHaveCount(1);
  await expect(chidi.getByRole("heading", { level: 3, name: "Calibration" })).toBeVisible();
  await expect(chidi.getByRole("region", { name: "What happened" })).toBeVisible();
  await expect(chidi.getByRole("button").filter({ visible: true })).toHaveCount(0);
});

test("Lena opens a debrief early with a reason that stays; Chidi, still to score, stays blind in it until he has", async ({
  page,
  world,
  signInAs,
  browserOf,
}) => {
  const interview = await layOutInterview(world, "Ella Early", ["ada", "ben", "chidi"]);
  await interview.submitAs("ada", [4, 4, 4, 4, 0]);
  await interview.submitAs("ben", [2, 4, 4, 4, 0]);
  await signInAs("lena");
  const chidi = await browserOf("chidi");
  await Promise.all([page, chidi].map((each) => each.goto(interview.debriefPath)));
  await expect(chidi.getByRole("button", { name: "Open early" })).toHaveCount(0);

  await page.getByRole("button", { name: "Open early" }).click();
  await expect(page.getByText("Write why, in one line")).toBeVisible();
  await page.getByLabel("Why now").fill("Chidi’s train stands still, and she needs an answer today");
  await page.getByRole("button", { name: "Open early" }).click();
  await expect(page.getByText("Opened early with 1 of 3 scorecards missing: Chidi Eze.")).toBeVisible();
  await page.getByRole("button", { name: "Reveal the scorecards" }).click();
  await expect(page.getByRole("heading", { level: 3, name: "Ownership" })).toBeVisible();
  await expect(page.getByText("Revealed; still blind: Chidi Eze.")).toBeVisible();
  await expect(page.getByRole("region", { name: "What happened" })).toContainText(
    "opened early: Chidi’s train stands still",
  );
  await expect(chidi.getByText("Revealed to the others; your own scorecard is still to come.")).toBeVisible();
  // That it was opened he may know; what was given, and why it could not wait, not yet.
  await expect(chidi.getByText("Submit your own scorecard first")).toBeVisible();
  expect(await chidi.content()).not.toContain("train stands still");
  await expect(chidi.getByRole("heading", { level: 3, name: "Ownership" })).toHaveCount(0);
  await interview.submitAs("chidi", [3, 4, 4, 4, 0]);
  await expect(chidi.getByRole("heading", { level: 3, name: "Ownership" })).toBeVisible();
  await expect(chidi.getByText(/train stands still/)).toBeVisible();
});
