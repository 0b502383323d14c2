import { expect, test } from "./fixtures";

const ROWS = Array.from({ length: 24 }, (_, i) =>
  ["Ada", "Ben", "Cleo"].map(
    (rater, j) => `Person ${i};${rater};${2 + (i % 3) + ((i + j) % 4 === 0 ? 1 : 0)}`,
  ),
).flat();
const FILE = ["Bewerber;Wer;Note", ...ROWS, "Person 1;Ada;sehr gut"].join("\n");

test("Lena brings a spreadsheet of her own, says which column is which, reads its sheet, keeps it and discards it", async ({
  page,
  signInAs,
}) => {
  await signInAs("lena");
  await page.goto("/panels");
  await page.getByRole("link", { name: "Bring your own scores" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bring your own scores");
  const file = { name: "june.csv", mimeType: "text/csv", buffer: Buffer.from(FILE) };
  await page.getByLabel("Ratings file").setInputFiles(file);

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Say which column is which");
  await page.getByRole("combobox", { name: "Candidate" }).selectOption("Bewerber");
  await page.getByRole("combobox", { name: "Interviewer" }).selectOption("Wer");
  await page.getByRole("combobox", { name: "Score", exact: true }).selectOption("Note");
  await page.getByRole("button", { name: "Read it this way" }).click();
  await expect(page.getByText("72 ratings, 24 candidates, 3 interviewers.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("This panel gives the same mark");
  await page.getByText("Columns, scale and what was left out").click();
  await expect(page.getByRole("row", { name: /74 "sehr gut" is not a score/ })).toBeVisible();

  await page.getByRole("button", { name: "Keep it" }).click();
  await expect(page.getByRole("button", { name: "Keep it" })).toHaveCount(0);
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(page.getByText("Discarded here. Your own file is untouched")).toBeVisible();
  await expect(page.getByRole("heading", { level: 2, name: "june.csv" })).toHaveCount(0);
});
