import { layOutCrowd } from "@/tests/support/crowd";
import { layOutOpening, scored, UNTOUCHED } from "@/tests/support/opening";
import { submitAs } from "@/tests/support/submit";
import { expect, test } from "./fixtures";

/** A screen of rows and what is drawn beyond its edges. */
const DRAWN_MAX = 60;

test("5,000 candidates: the rows in sight are drawn, and keys reach the first and the last", async ({
  page,
  world,
  signInAs,
}) => {
  const openingId = await layOutCrowd(world.database, "Crowded", 5_000);
  await signInAs("rosa");
  await page.goto(`/candidates?opening=${openingId}&sort=name`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("5000 candidates, no scorecard to come");
  const name = (number: string) => page.getByRole("link", { name: `Person ${number}`, exact: true });
  await name("00001").focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("End");
  await expect(name("05000")).toBeFocused();
  expect(await page.getByRole("row").count()).toBeLessThan(DRAWN_MAX);
  await page.keyboard.press("ArrowUp");
  await expect(name("04999")).toBeFocused();
  await page.keyboard.press("Space");
  await expect(page.getByRole("checkbox", { name: "Choose Person 04999 for comparing" })).toBeChecked();
  await page.keyboard.press("Home");
  await expect(name("00001")).toBeFocused();
  await expect(page.getByRole("checkbox", { name: "Choose Person 00001 for comparing" })).toBeChecked();
  await expect(page.getByRole("link", { name: "Compare 2" })).toBeVisible();
  // A turn of the wheel into what was never read: its window comes, and no more is drawn than before.
  await page.mouse.move(640, 400);
  await page.mouse.wheel(0, 53 * 2_500);
  await expect(name("02505")).toBeVisible();
  expect(await page.getByRole("row").count()).toBeLessThan(DRAWN_MAX);
});

test("columns are put away, a view is kept under a name, and a late interviewer is nudged once", async ({
  page,
  world,
  signInAs,
  browserOf,
  expectNoise,
}) => {
  expectNoise(/ERR_INTERNET_DISCONNECTED|Failed to fetch/);
  const { openingId } = await layOutOpening(world.database, "Surveyor", {
    "Gil Amber": { ada: scored([4, 4, 4, 4, 0], "Ada"), ben: UNTOUCHED },
  });
  await signInAs("rosa");
  await page.goto(`/candidates?opening=${openingId}&only=missing`);
  const head = page.getByRole("columnheader", { name: "Marks", exact: true });
  await expect(head).toBeVisible();
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Marks", exact: true }).click();
  await page.keyboard.press("Escape");
  await expect(head).toHaveCount(0);
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("menuitem", { name: "Save this view" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Late ones");
  // Without a network the dialog says so beside the name, which stands.
  await page.context().setOffline(true);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog").getByRole("alert")).toContainText("cannot be reached");
  await page.context().setOffline(false);
  await page.keyboard.press("Enter");
  await expect(page.getByText("“Late ones” is saved")).toBeVisible();
  await page.goto(`/candidates?opening=${openingId}`);
  await expect(head).toBeVisible();
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("menuitem", { name: "Late ones", exact: true }).click();
  await expect(page).toHaveURL(/only=missing/);
  await expect(page).toHaveURL(/hide=marks/);
  await expect(head).toHaveCount(0);
  // It is hers, on every device, and nobody else's.
  const saved = (where: typeof page) => where.getByRole("menuitem", { name: "Late ones", exact: true });
  for (const [who, count] of [
    ["rosa", 1],
    ["lena", 0],
  ] as const) {
    const elsewhere = await browserOf(who);
    await elsewhere.goto(`/candidates?opening=${openingId}`);
    await elsewhere.getByRole("button", { name: "Views" }).click();
    await expect(elsewhere.getByText("Looking for your saved views…")).toHaveCount(0);
    await expect(saved(elsewhere)).toHaveCount(count);
  }

  await page.getByRole("button", { name: "Waiting for Gil Amber: who has not scored yet" }).click();
  const waiting = page.getByRole("dialog", { name: "Not scored yet: Gil Amber" });
  await waiting.getByRole("button", { name: "Nudge Ben Okoro" }).click();
  await expect(waiting).toContainText("reminded just now");
});

test("an open list and an open comparison change by themselves when a scorecard comes in", async ({
  page,
  world,
  signInAs,
  browserOf,
}) => {
  const { openingId, applicationId, scorecardId } = await layOutOpening(world.database, "Signaller", {
    "Ora Lund": { ada: scored([4, 4, 4, 4, 0], "Ada"), ben: UNTOUCHED, chidi: UNTOUCHED },
    "Pim Noor": { ada: scored([3, 3, 3, 3, 1], "Ada"), ben: scored([3, 3, 3, 3, 1], "Ben") },
  });
  await signInAs("rosa");
  await page.goto(`/candidates?opening=${openingId}`);
  const line = page.getByRole("row", { name: /Ora Lund/ });
  await expect(line).toContainText("1 of 3");
  const compare = await browserOf("lena");
  await compare.goto(`/compare?applications=${applicationId("Ora Lund")},${applicationId("Pim Noor")}`);
  const dots = compare.getByRole("group", { name: /^Ora Lund, Ownership/ }).getByRole("button");
  await expect(dots).toHaveCount(1);
  for (const each of [page, compare]) await each.evaluate(() => document.body.setAttribute("data-kept", ""));

  const [ben, chidi] = [await browserOf("ben"), await browserOf("chidi")];
  await submitAs(ben, scorecardId("Ora Lund", "ben"));
  await expect(line).toContainText("2 of 3");
  await expect(dots).toHaveCount(2);

  await submitAs(chidi, scorecardId("Ora Lund", "chidi"));
  await expect(line).toContainText("3 of 3");
  await expect(dots).toHaveCount(3);
  // The very pages that were opened: nobody loaded them again.
  for (const each of [page, compare]) await expect(each.locator("body")).toHaveAttribute("data-kept", "");
});
