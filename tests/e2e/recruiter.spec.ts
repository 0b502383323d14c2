import type { Page } from "playwright/test";
import { seedId } from "@/db/seed/ids";
import { compareCandidatesContract } from "@/lib/contracts/candidates";
import { getHeatmapContract } from "@/lib/contracts/heatmap";
import { DIMENSIONS, markLabel } from "@/lib/domain/scale";
import { downloadedRows, shownRows } from "@/tests/support/csv";
import { layOutOpening, scored, UNTOUCHED } from "@/tests/support/opening";
import { pagesPrinted } from "@/tests/support/printed";
import { submitAs } from "@/tests/support/submit";
import { expect, test } from "./fixtures";

const row = (page: Page, name: string) => page.getByRole("row", { name: new RegExp(name) });

test("Rosa finds two candidates, compares them and opens the evidence behind a dot", async ({
  page,
  world,
  signInAs,
}) => {
  const { openingId } = await layOutOpening(world.database, "Dispatcher", {
    "Iva Stone": {
      ada: scored([4, 5, 4, 4, 0], "Ada heard it"),
      ben: scored([5, 5, 4, 4, 0], "Ben heard it"),
    },
    "Oto Reed": { ada: scored([3, 2, 3, 3, 1], "Ada noted"), ben: scored([2, 2, 3, null, -1], "Ben noted") },
    "Una Vale": { ada: UNTOUCHED, ben: UNTOUCHED },
  });
  await signInAs("rosa");
  await page.goto(`/candidates?opening=${openingId}`);
  await expect(row(page, "Iva Stone")).toContainText("2 of 2");
  await expect(row(page, "Una Vale")).toContainText("no scorecard yet");

  await page.getByRole("searchbox", { name: "Search by name" }).fill("iva");
  await expect(row(page, "Oto Reed")).toHaveCount(0);
  await page.getByRole("checkbox", { name: "Choose Iva Stone for comparing" }).check();
  await page.getByRole("searchbox", { name: "Search by name" }).fill("");
  await page.getByRole("checkbox", { name: "Choose Oto Reed for comparing" }).check();
  await page.getByRole("link", { name: "Compare 2" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    /^Iva Stone stands first at 4\.\d\d, then Oto Reed at \d\.\d\d$/,
  );
  await expect(
    page.getByText("Oto Reed: 1 heard deflection, 1 heard spiralling. Needs a debrief"),
  ).toBeVisible();

  // One tab stop a plot; arrows go from interviewer to interviewer.
  const plot = page.getByRole("group", { name: /^Iva Stone, Moment of noticing/ });
  await plot.getByRole("button").first().focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  const evidence = page.getByRole("dialog");
  await expect(evidence).toContainText("Ben Okoro");
  await expect(evidence).toContainText("Ben heard it on noticing");
  await expect(evidence).toContainText(/\d+:\d\d/);
  await evidence.getByRole("button", { name: "Next interviewer" }).click();
  await expect(evidence).toContainText("Ada heard it on noticing");
  await page.keyboard.press("Escape");
  await expect(evidence).toHaveCount(0);
  await expect(plot.getByRole("button", { name: "Ben Okoro gave Iva Stone 5" })).toBeFocused();
});

test("the same numbers stand in the dots, the table, the file and the answer of the API", async ({
  page,
  world,
  signInAs,
}) => {
  const { applicationId } = await layOutOpening(world.database, "Ledger clerk", {
    "Ewa Holt": { ada: scored([4, 4, 3, 5, 0], "Ada"), ben: scored([3, 4, null, 4, -1], "Ben") },
    "Igo Marsh": { ada: scored([2, 2, 2, 2, 2], "Ada"), ben: scored([1, 2, 2, 3, 1], "Ben") },
  });
  await signInAs("rosa");
  const query = `applications=${applicationId("Ewa Holt")},${applicationId("Igo Marsh")}`;
  await page.goto(`/compare?${query}`);
  const answer = await page.request.get(`/api/v1/compare?${query}`);
  const { candidates, rubric } = compareCandidatesContract.output.parse(await answer.json());

  for (const { candidate, dimensions, composite } of candidates) {
    for (const dimension of DIMENSIONS) {
      const given = dimensions[dimension].dots.flatMap(({ member, value }) =>
        value.state === "observed"
          ? [`${member.name} gave ${candidate.name} ${markLabel(dimension, value.mark)}`]
          : [],
      );
      const title = rubric.content.dimensions[dimension].name;
      const points = page.getByRole("group", { name: `${candidate.name}, ${title}:` }).getByRole("button");
      const drawn = await points.evaluateAll((all) => all.map((one) => one.getAttribute("aria-label") ?? ""));
      expect(drawn.sort()).toEqual(given.sort());
    }
    if (composite.state === "complete") {
      await expect(page.getByRole("cell", { name: composite.value.toFixed(2) }).first()).toBeVisible();
    }
  }

  await page.getByRole("button", { name: "Table", exact: true }).click();
  await expect(page).toHaveURL(/view=table/);
  const shown = await shownRows(page.getByRole("table", { name: "Every mark and composite" }));
  expect(shown[0]).toEqual(["Ownership", "Ewa Holt", "Ada Lindgren", "4", "25", "1"]);
  expect(shown.filter(([dimension]) => dimension === "Composite").map((row) => row[3])).toEqual(
    candidates.map(({ composite }) =>
      composite.state === "complete" ? String(Number(composite.value.toFixed(2))) : "incomplete",
    ),
  );
  expect(shown.length).toBeGreaterThanOrEqual(5 * 4 + 2 + 2);
  await page.getByRole("button", { name: "Export" }).click();
  expect(await downloadedRows(page, page.getByRole("menuitem", { name: "CSV", exact: true }))).toEqual(shown);
});

test("heatmap and list print the very numbers of their files and of the API", async ({
  page,
  world,
  signInAs,
}) => {
  const { openingId } = await layOutOpening(world.database, "Bookkeeper", {
    "Nia Frost": { ada: scored([4, 4, 3, 5, -1], "Ada"), ben: scored([3, 4, null, 4, 2], "Ben") },
    "Udo Brandt": { ada: scored([2, 2, null, 2, 2], "Ada"), ben: scored([1, 2, null, 3, 1], "Ben") },
  });
  await signInAs("rosa");
  await page.goto(`/candidates?opening=${openingId}&view=heatmap`);
  const answer = await page.request.get(`/api/v1/heatmap?openingId=${openingId}`);
  const { candidates, rubric } = getHeatmapContract.output.parse(await answer.json());
  const file = async () => {
    await page.getByRole("button", { name: "Export" }).click();
    return downloadedRows(page, page.getByRole("menuitem", { name: "CSV", exact: true }));
  };
  const printed = (value: number | null) => (value === null ? "–" : String(Number(value.toFixed(2))));
  const inFile = await file();
  for (const [at, { candidate, dimensions }] of candidates.slice(0, 2).entries()) {
    const cells = row(page, candidate.name).getByRole("cell");
    for (const [place, dimension] of DIMENSIONS.entries()) {
      const { n, quality } = dimensions[dimension];
      const shown = quality === null ? "no data" : quality.toFixed(2);
      await expect(cells.nth(place)).toContainText(shown);
      if (quality !== null) await expect(cells.nth(place)).toContainText(`n ${n}`);
      const column = 3 + 2 * place;
      expect(inFile[at]?.slice(column, column + 2)).toEqual([printed(quality), String(n)]);
    }
  }
  expect(rubric?.content.dimensions.calibration.name).toBe("Calibration");

  // Dot strips say how many stand at which level; the list's file says the same in a column of its own.
  await page.goto(`/candidates?opening=${openingId}`);
  const strip = row(page, "Nia Frost").getByRole("cell").filter({ hasText: "1 at 3, 1 at 4" });
  await expect(strip.first()).toBeVisible();
  const listed = await file();
  expect(listed[0]?.slice(0, 1)).toEqual(["Nia Frost"]);
  expect(listed[0]).toContain("1 at 3, 1 at 4");
});

test("a link to the list shows somebody else the same list", async ({ page, world, signInAs }) => {
  const { openingId } = await layOutOpening(world.database, "Scheduler", {
    "Abe Low": { ada: scored([2, 2, 2, 2, 0], "Ada"), ben: scored([2, 2, 2, 2, 0], "Ben") },
    "Cleo High": { ada: scored([4, 4, 4, 4, 0], "Ada"), ben: scored([4, 4, 4, 4, 0], "Ben") },
    "Bo Waiting": { ada: scored([3, 3, 3, 3, 0], "Ada"), ben: UNTOUCHED },
  });
  await signInAs("lena");
  await page.goto(`/candidates?opening=${openingId}&sort=name&order=last&only=composite`);
  const names = page.getByRole("rowheader");
  await expect(names).toHaveText(["Cleo High", "Bo Waiting", "Abe Low"]);
  await page.getByRole("button", { name: "Composite" }).click();
  await expect(names).toHaveText(["Cleo High", "Bo Waiting", "Abe Low"]);
  await page.getByRole("button", { name: "Composite" }).click();
  await expect(names).toHaveText(["Abe Low", "Bo Waiting", "Cleo High"]);
  await page.getByRole("combobox", { name: "Show" }).selectOption("Scorecards to come");
  await expect(names).toHaveText(["Bo Waiting", "Nobody of Scheduler"]);
  await page.reload();
  await expect(names).toHaveText(["Bo Waiting", "Nobody of Scheduler"]);
});

test("a dossier of five scorecards with their evidence prints on one sheet", async ({ page, signInAs }) => {
  await signInAs("rosa");
  await page.goto(`/candidates/${seedId("application", "Mira Okafor")}`);
  await expect(page.getByRole("columnheader", { name: "Marek Zielinski" })).toBeVisible();
  expect(await pagesPrinted(page)).toBe(1);
});

test("a packet prints the comparison and a sheet a candidate, six wordy interviewers on one of them", async ({
  page,
  world,
  signInAs,
}) => {
  const wordy = (by: string) =>
    scored([4, 4, 3, 4, -1], `${by} wrote at length: ${"it was their call and they told it. ".repeat(9)}`);
  const short = (by: string) => scored([3, 3, 3, 3, 0], by);
  const { applicationId } = await layOutOpening(world.database, "Archivist", {
    "Wim Lang": {
      ada: wordy("Ada"),
      ben: wordy("Ben"),
      chidi: wordy("Chidi"),
      hugo: wordy("Hugo"),
      iris: wordy("Iris"),
      marek: wordy("Marek"),
    },
    "Kai Kurz": { ada: short("Ada"), ben: short("Ben") },
    "Lia Knapp": { ada: short("Ada"), ben: short("Ben") },
  });
  const ids = ["Wim Lang", "Kai Kurz", "Lia Knapp"].map(applicationId).join(",");
  await signInAs("rosa");
  await page.goto(`/compare?applications=${ids}&view=packet`);
  await expect(page.getByRole("heading", { name: /^Wim Lang: / })).toBeVisible();
  expect(await pagesPrinted(page)).toBe(1 + 3);
  await page.goto(`/candidates/${applicationId("Wim Lang")}`);
  await expect(page.getByText("Marek wrote at length").first()).toBeVisible();
  expect(await pagesPrinted(page)).toBe(1);
});

test("Iris recruits and still has to score: she sees completion and nothing else until she submits", async ({
  page,
  world,
  signInAs,
}) => {
  const { openingId, applicationId, scorecardId } = await layOutOpening(world.database, "Care coordinator", {
    "Sol Blind": {
      ada: scored([1, 2, 2, 2, -2], "Ada wrote"),
      ben: scored([5, 4, 4, 4, 2], "Ben wrote"),
      iris: UNTOUCHED,
    },
    "Kit Plain": { ada: scored([3, 3, 3, 3, 0], "Ada said"), ben: scored([3, 3, 3, 3, 0], "Ben said") },
  });
  const list = `/candidates?opening=${openingId}`;
  const compare = `/compare?applications=${applicationId("Sol Blind")},${applicationId("Kit Plain")}`;
  const dossier = `/candidates/${applicationId("Sol Blind")}`;
  await signInAs("iris");

  await page.goto(list);
  await expect(row(page, "Sol Blind")).toContainText("2 of 3");
  await expect(row(page, "Sol Blind")).toContainText("hidden until you submit");
  await expect(row(page, "Sol Blind")).not.toContainText("split");
  await expect(row(page, "Kit Plain")).toContainText("n 2");
  await page.goto(compare);
  await expect(page.getByText("You still have to score Sol Blind")).toBeVisible();
  await expect(page.getByRole("group", { name: /^Sol Blind/ })).toHaveCount(0);
  await page.goto(dossier);
  await expect(page.getByRole("heading", { name: "No scorecard you may see" })).toBeVisible();
  await expect(page.getByText("Ada wrote")).toHaveCount(0);

  await submitAs(page, scorecardId("Sol Blind", "iris"));

  // The same pages, now open: else "not visible" would prove nothing.
  await page.goto(list);
  await expect(row(page, "Sol Blind")).toContainText("split");
  await page.goto(compare);
  await expect(page.getByRole("group", { name: /^Sol Blind, Ownership/ }).getByRole("button")).toHaveCount(3);
  await page.goto(dossier);
  await expect(page.getByText("Ada wrote on ownership")).toBeVisible();
});
