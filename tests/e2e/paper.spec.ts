import { press, row } from "../support/cockpit";
import { layOutInterview } from "../support/interview";
import { pagesPrinted } from "../support/printed";
import { expect, test } from "./fixtures";

test("a blank form with every anchor is one page, with the names of an interview and without", async ({
  page,
  signInAs,
  world,
}) => {
  const interview = await layOutInterview(world, "Yara Falk", ["Ada"]);
  await signInAs("ada");
  await page.goto("/interviews");
  await page.getByRole("link", { name: "A blank form" }).click();
  const blank = page.getByRole("article", { name: "Blank form" });
  await expect(blank.getByText("Says “I decided”, names the call; a little context first")).toBeVisible();
  await expect(blank.getByText("The candidate may ask to read what you write.")).toBeVisible();
  expect(await pagesPrinted(page)).toBe(1);

  await page.goto(`${interview.path}/paper?blank`);
  await expect(blank.getByText("Yara Falk", { exact: true })).toBeVisible();
  await expect(blank.getByText(/, chosen/)).toHaveCount(0);
  expect(await pagesPrinted(page)).toBe(1);
});

test("a scorecard is one page, however much was written", async ({ page, signInAs, world }) => {
  const interview = await layOutInterview(world, "Zoe Marten", ["Ada"]);
  await interview.submitAs("Ada", [5, 4, 3, 2, 0]);
  await signInAs("ada");
  await page.goto(interview.path);
  await page.getByRole("link", { name: "On paper" }).click();
  const sheet = page.getByRole("article", { name: "Your scorecard on paper" });
  await expect(sheet.getByText("heard about fix")).toBeVisible();
  expect(await pagesPrinted(page)).toBe(1);

  const wordy = await layOutInterview(world, "Anton Weit", ["Ada"]);
  await page.goto(wordy.path);
  await expect(page.getByText("The candidate may ask to read what you write.")).toBeVisible();
  for (const dimension of ["Ownership", "Fix", "Calibration"]) {
    await row(page, dimension).getByRole("group").focus();
    await press(page, "4", "n");
    await page.keyboard.insertText("They said it was their own call, and how soon they told it. ".repeat(20));
  }
  await press(page, "Escape");
  await expect(page.getByRole("status").filter({ hasText: /^Saved$/ })).toBeVisible();
  await page.goto(`${wordy.path}/paper`);
  await expect(sheet.getByText("A draft, not submitted.")).toBeVisible();
  expect(await pagesPrinted(page)).toBe(1);
});
