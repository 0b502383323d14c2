import { readFile, writeFile } from "node:fs/promises";
import { expect, test } from "./fixtures";

test("Lena drafts a rubric: equal weights, a reworded anchor, side by side, published with a reason; Ada reads the new one", async ({
  page,
  signInAs,
  browserOf,
}) => {
  await signInAs("lena");
  await page.goto("/rubric/versions");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rubric 1 is in use");
  await page.getByRole("button", { name: "Begin a draft" }).click();
  await expect(page.getByText("Draft of rubric 2, beside rubric 1 in use")).toBeVisible();
  await expect(page.getByRole("button", { name: "Publish…" })).toBeDisabled();

  await page.getByRole("spinbutton", { name: "Ownership" }).fill("26");
  await expect(page.getByText("They add up to 101, not 100.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("weights add up to 101");
  await page.getByRole("button", { name: "Equal weights" }).click();
  await expect(page.getByText("They add up to 100.")).toBeVisible();

  // The picture follows each figure: what a -2 and a +2 come to.
  await page.getByRole("spinbutton", { name: "Position +2" }).fill("2");
  await expect(page.getByText("so the mean is 1.5")).toBeVisible();
  await page.getByLabel("Fix, anchor 3").fill("A named rule of their own that rests on remembering it");
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();

  await page.getByRole("button", { name: "Side by side" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Rubric 2 differs from rubric 1 in 6 places",
  );
  await expect(page.getByRole("row", { name: /Anchor 3/ })).toContainText("that rests on remembering it");
  await expect(page.getByText("Anchors differ, so scores on the two are not of one kind")).toBeVisible();
  await page.goBack();

  await page.getByRole("button", { name: "Publish…" }).click();
  const dialog = page.getByRole("dialog", { name: "Publish rubric 2" });
  await dialog.getByRole("button", { name: "Publish rubric 2" }).click();
  await expect(dialog.getByText("Say why this version differs")).toBeVisible();
  await dialog.getByLabel("Why does this version differ?").fill("Guidance prefers equal weights");
  await dialog.getByRole("button", { name: "Publish rubric 2" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rubric 2 is in use");

  const ada = await browserOf("ada");
  await ada.goto("/rubric");
  await expect(ada.getByRole("heading", { level: 1 })).toHaveText("Rubric 2");
  await expect(ada.getByText("Why: Guidance prefers equal weights")).toBeVisible();
  await ada.goto("/practice");
  await expect(ada.getByText("Your rubric words Fix in its own way")).toBeVisible();

  // Retired by a slip, it is back in use with one click.
  await page.getByRole("button", { name: "Retire rubric 2" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rubric 1 is in use");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rubric 2 is in use");
});

test("what Lena types is saved as she types; a link in the middle of a word loses nothing, nor does a lost network", async ({
  page,
  signInAs,
  expectNoise,
}) => {
  expectNoise(/ERR_INTERNET_DISCONNECTED|Failed to fetch|net::ERR/);
  await signInAs("lena");
  await page.goto("/rubric/versions");
  await page.getByRole("button", { name: "Begin a draft" }).click();
  await expect(page.getByText(/^Draft of rubric \d/)).toBeVisible();
  const anchor = page.getByLabel("Fix, anchor 2");
  await anchor.fill("A resolution with a date to it");
  await page.getByRole("link", { name: "Practice", exact: true }).click();
  await expect(page).toHaveURL(/\/practice$/);
  await page.goBack();
  await expect(anchor).toHaveValue("A resolution with a date to it");
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();

  await page.context().setOffline(true);
  await anchor.fill("A resolution, and who holds them to it");
  await expect(page.getByText(/^Not saved; it is still on this screen/)).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText("Saved", { exact: true })).toBeVisible({ timeout: 30_000 });
  await page.reload();
  await expect(anchor).toHaveValue("A resolution, and who holds them to it");
  await page.getByRole("button", { name: "Throw the draft away" }).click();
  await expect(page.getByRole("button", { name: "Begin a draft" })).toBeVisible();
});

test("a rubric goes out as a file and comes back as a draft; what is no rubric says why; its schema is public", async ({
  page,
  signInAs,
}, testInfo) => {
  await signInAs("lena");
  await page.goto("/rubric/versions");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Rubric 1 as a file" }).click(),
  ]);
  const written = await readFile(await download.path(), "utf8");
  expect(JSON.parse(written)).toMatchObject({ plumbline: "rubric", $schema: "/schemas/rubric-1.json" });

  const picker = page.getByLabel("Rubric file");
  const wrong = testInfo.outputPath("wrong.json");
  await writeFile(wrong, written.replace('"fix"', '"repair"'));
  await picker.setInputFiles(wrong);
  await expect(page.getByText(/This is not a Plumbline rubric/)).toBeVisible();
  await picker.setInputFiles({ name: "r.json", mimeType: "application/json", buffer: Buffer.from(written) });
  await expect(page.getByText(/^Draft of rubric \d/)).toBeVisible();
  await page.getByRole("button", { name: "Throw the draft away" }).click();
  await expect(page.getByRole("button", { name: "Begin a draft" })).toBeVisible();

  const schema = await page.request.get("/schemas/rubric-1.json");
  expect(schema.headers()["content-type"]).toContain("application/schema+json");
  expect(await schema.json()).toMatchObject({ $schema: expect.stringContaining("2020-12"), type: "object" });
});
