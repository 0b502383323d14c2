import { downloadedRows, shownRows } from "@/tests/support/csv";
import { layOutOpening, scored, UNTOUCHED } from "@/tests/support/opening";
import { expect, test } from "./fixtures";

test("Lena reads the panel sheet: sentence, table and file say the same", async ({
  page,
  world,
  signInAs,
}) => {
  const { openingId } = await layOutOpening(world.database, "Rota lead", {
    "Nils Even": { ada: scored([4, 4, 3, 4, 0], "Ada"), ben: scored([4, 4, 4, 4, 0], "Ben") },
    "Yara Torn": { ada: scored([2, 3, 3, 3, -2], "Ada"), ben: scored([5, 3, 3, null, 1], "Ben") },
  });
  await signInAs("lena");
  await page.goto(`/panels?opening=${openingId}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "This panel agrees most often on moment of noticing, least often on calibration",
  );
  await expect(page.getByText("2 candidates · 2 interviewers · 4 scorecards")).toBeVisible();

  const often = page.getByRole("region", { name: "The same mark, how often" }).first();
  await expect(often).toContainText("Ownership 50 %, Moment of noticing 100 %, Consequence 50 %, Fix 100 %");
  await often.getByRole("button", { name: "Table: The same mark, how often" }).click();
  const shown = await shownRows(often.getByRole("table"));
  expect(shown).toEqual([
    ["Ownership", "50", "50", "2"],
    ["Moment of noticing", "100", "100", "2"],
    ["Consequence", "50", "100", "2"],
    ["Fix", "100", "100", "1"],
    ["Calibration", "50", "50", "2"],
  ]);
  const file = await downloadedRows(page, "CSV: The same mark, how often");
  expect(file.map((row) => row.slice(0, -1))).toEqual(shown);
  // A file outlives its page, so each row of it says when it was computed.
  for (const row of file) expect(Date.parse(row.at(-1) ?? "")).toBeGreaterThan(0);

  // Two candidates are too few for alpha: words in place of a figure, in every row.
  const beyond = page.getByRole("region", { name: "Agreement beyond chance" }).first();
  await beyond.getByRole("button", { name: "Table: Agreement beyond chance" }).click();
  for (const cells of await shownRows(beyond.getByRole("table"))) {
    expect(cells[1]).toBe("–");
    expect(cells[5]).toMatch(
      /Needs 10 candidates scored by two or more interviewers|Every rating .* is the same/,
    );
  }
});

test("Lena sees which levels each interviewer uses, and who needs a debrief and why", async ({
  page,
  world,
  signInAs,
}) => {
  const { openingId } = await layOutOpening(world.database, "Claims lead", {
    "Otto Calm": { ada: scored([4, 4, 4, 4, 0], "Ada"), ben: scored([4, 4, 4, 4, 0], "Ben") },
    "Vera Split": {
      ada: scored([3, 3, 3, 3, -1], "Ada"),
      ben: scored([3, 1, 3, 3, 2], "Ben", { "no-noticing": "" }),
    },
  });
  await signInAs("lena");
  await page.goto(`/panels?opening=${openingId}`);
  const use = page.getByRole("region", { name: "Which levels each interviewer uses" }).first();
  await use.getByRole("radio", { name: "Moment of noticing" }).check({ force: true });
  await use.getByRole("button", { name: /^Table/ }).click();
  expect(await shownRows(use.getByRole("table"))).toEqual([
    ["Ada Lindgren", "0", "0", "1", "1", "0", "0", "2"],
    ["Ben Okoro", "1", "0", "0", "1", "0", "0", "2"],
  ]);

  const queue = page.getByRole("region", { name: "Needs a debrief" });
  await expect(queue.getByRole("listitem")).toHaveCount(1);
  await expect(queue).toContainText("calibration split −1 / +2; moment of noticing 1 to 3");
  await expect(queue).toContainText("flagged against moment of noticing 3");
  await queue.getByRole("link", { name: "Open Vera Split" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    /^Vera Split: \d\.\d\d from 2 scorecards$/,
  );
  await expect(page.getByText("Ben on noticing")).toBeVisible();
});

test("Marek leads and interviews: the interview he is still to score is left out, and the sheet says so", async ({
  page,
  world,
  signInAs,
  browserOf,
}) => {
  const { openingId } = await layOutOpening(world.database, "Billing lead", {
    "Ines Open": {
      ada: scored([1, 1, 1, 1, -2], "Ada"),
      ben: scored([5, 5, 5, 5, 2], "Ben"),
      marek: UNTOUCHED,
    },
    "Olaf Shut": { ada: scored([3, 3, 3, 3, 0], "Ada"), ben: scored([3, 3, 3, 3, 0], "Ben") },
  });
  await signInAs("marek");
  await page.goto(`/panels?opening=${openingId}`);
  await expect(page.getByText("You still have to score one interview here")).toBeVisible();
  await expect(page.getByText("1 candidate · 2 interviewers · 2 scorecards")).toBeVisible();
  await expect(page.getByText("Ines Open")).toHaveCount(0);

  const lena = await browserOf("lena");
  await lena.goto(`/panels?opening=${openingId}`);
  await expect(lena.getByText("2 candidates · 2 interviewers · 4 scorecards")).toBeVisible();
  await expect(lena.getByText("Ines Open", { exact: true })).toBeVisible();
});
