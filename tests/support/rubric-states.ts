import { expect, type Page } from "playwright/test";
import { discardDraft } from "./pages";
import type { State } from "./states";

async function draft(page: Page): Promise<void> {
  await discardDraft(page.request);
  await page.goto("/rubric/versions");
  await page.getByRole("button", { name: "Begin a draft" }).click();
  await page.getByText(/^Draft of rubric \d/).waitFor();
}

async function changed(page: Page): Promise<void> {
  await draft(page);
  await page.getByRole("button", { name: "Equal weights" }).click();
  await page.getByRole("spinbutton", { name: "Position +2" }).fill("2");
  await page.getByLabel("Fix, anchor 3").fill("A named rule of their own that rests on remembering it");
  await page.getByText("Saved", { exact: true }).waitFor();
}

async function publish(page: Page): Promise<void> {
  await changed(page);
  await page.getByRole("button", { name: "Publish…" }).click();
  const dialog = page.getByRole("dialog", { name: /^Publish rubric/ });
  await dialog
    .getByLabel("Why does this version differ?")
    .fill("Guidance prefers equal weights where none are documented; fix 3 was read two ways");
  await dialog.getByRole("button", { name: /^Publish rubric/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Rubric \d is in use$/);
}

async function bringIn(page: Page, text: string): Promise<void> {
  await discardDraft(page.request);
  await page.goto("/rubric/versions");
  const file = { name: "rubric.json", mimeType: "application/json", buffer: Buffer.from(text) };
  await page.getByLabel("Rubric file").setInputFiles(file);
  await page.getByText("Nothing was brought in").waitFor();
}

const after = (page: Page) => discardDraft(page.request);

/** The rubric being changed. The last two change what is in use, and put it back. */
export const RUBRIC_STATES: readonly State[] = [
  { name: "rubric-begun", as: "lena", after, reach: draft },
  {
    name: "rubric-unsound",
    as: "lena",
    after,
    reach: async (page) => {
      await draft(page);
      await page.getByRole("spinbutton", { name: "Ownership" }).fill("26");
      await page
        .getByLabel("Ownership, anchor 1")
        .fill(
          "Names nobody, or the team, or the tool, or the weather, and then goes on to what everybody else did in the week before it, at length",
        );
      await page.getByLabel("Ownership, anchor 2").fill("");
      await page.getByText(/^Not saved; it is still on this screen/).waitFor();
    },
  },
  { name: "rubric-changed", as: "lena", after, reach: changed },
  {
    name: "rubric-differs",
    as: "lena",
    after,
    reach: async (page) => {
      await changed(page);
      await page.getByRole("button", { name: "Side by side" }).click();
      await page.getByRole("heading", { level: 1, name: /differs/ }).waitFor();
    },
  },
  {
    name: "rubric-publishing",
    as: "lena",
    after,
    reach: async (page) => {
      await changed(page);
      await page.getByRole("button", { name: "Publish…" }).click();
      const dialog = page.getByRole("dialog", { name: /^Publish rubric/ });
      await dialog.getByRole("button", { name: /^Publish rubric/ }).click();
      await dialog.getByText("Say why this version differs").waitFor();
    },
  },
  {
    name: "rubric-offline",
    as: "lena",
    after,
    reach: async (page) => {
      await draft(page);
      await page.context().setOffline(true);
      await page.getByLabel("Fix, anchor 2").fill("A resolution, and who holds them to it");
      await page.getByText(/^Not saved; it is still on this screen/).waitFor();
    },
  },
  {
    name: "rubric-other-lead",
    as: "lena",
    after,
    reach: async (page) => {
      await draft(page);
      const other = await page.context().newPage();
      await other.goto(page.url());
      await other.getByLabel("Fix, anchor 2").fill("A resolution with a date");
      await other.getByText("Saved", { exact: true }).waitFor();
      await other.close();
      await page.getByLabel("Fix, anchor 3").fill("A rule of their own");
      await page.getByText(/^Not saved; it is still on this screen/).waitFor();
      await page.reload();
      await page.getByText("What you typed here last time was not saved").waitFor();
    },
  },
  {
    name: "rubric-not-json",
    as: "lena",
    reach: (page) => bringIn(page, "candidate,rater,score"),
  },
  {
    name: "rubric-not-a-rubric",
    as: "lena",
    reach: (page) => bringIn(page, '{"plumbline":"rubric","content":{"question":"Tell me"}}'),
  },
  {
    name: "rubric-thrown-away",
    as: "lena",
    reach: async (page) => {
      await changed(page);
      await page.getByRole("button", { name: "Throw the draft away" }).click();
      await page.getByText(/is thrown away$/).waitFor();
    },
  },
  { name: "rubric-published", as: "lena", reach: publish },
  {
    name: "rubric-retired",
    as: "lena",
    reach: async (page) => {
      const newer = page.getByRole("button", { name: /^Retire rubric [2-9]/ }).first();
      await page.goto("/rubric/versions");
      if (!(await newer.isVisible())) await publish(page);
      await newer.click();
      await page.getByText(/is retired/).waitFor();
    },
  },
];
