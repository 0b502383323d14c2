import type { Page } from "playwright/test";
import { COMPLETE } from "../support/cockpit";
import { layOutInterview } from "../support/interview";
import { ledgerOf } from "../support/ledger";
import { expect, test } from "./fixtures";

const row = (page: Page, dimension: string) => page.getByRole("region", { name: dimension, exact: true });
const cell = (page: Page, dimension: string, mark: string) =>
  row(page, dimension).getByRole("radio", { name: new RegExp(`^${mark}:`) });
const stateLine = (page: Page, words: string) =>
  page.getByRole("status").filter({ hasText: new RegExp(`^${words}$`) });

async function openCockpit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(row(page, "Ownership").getByRole("group")).toBeFocused();
  await expect(stateLine(page, "Saved")).toBeVisible();
}

/** What this browser keeps of scorecards, by id. */
const keptCards = (page: Page) =>
  page.evaluate(async () => {
    const opened = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open("plumbline");
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const keys = await new Promise<IDBValidKey[]>((resolve) => {
      const request = opened.transaction("cards").objectStore("cards").getAllKeys();
      request.onsuccess = () => resolve(request.result);
    });
    opened.close();
    return keys.map(String);
  });

test("Ben signs in on Ada's browser: her unsaved work is neither shown nor sent, and goes out when she is back", async ({
  page,
  context,
  signInAs,
  world,
  expectNoise,
}) => {
  expectNoise(/Failed to load resource/);
  const interview = await layOutInterview(world, "Quirin Adler", ["Ada", "Ben"]);
  await signInAs("ada");
  await openCockpit(page, interview.path);
  await context.clearCookies();
  await page.keyboard.press("5");
  await expect(stateLine(page, "On this device, signed out")).toBeVisible();

  await signInAs("ben");
  const bens = await context.newPage();
  await openCockpit(bens, interview.path);
  await expect(bens.getByRole("radio", { checked: true })).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Somebody else signed in on this browser" })).toBeVisible();
  await expect(page.getByText("Quirin Adler")).toHaveCount(0);
  await cell(bens, "Fix", "2").click();
  await expect(stateLine(bens, "Saved")).toBeVisible();
  expect((await ledgerOf(world, interview.card("Ada"))).operations).toBe(0);
  expect((await ledgerOf(world, interview.card("Ben"))).ratings).toEqual({ fix: 2 });
  await page.close();
  await bens.close();

  // Any page of hers sends what she left here.
  await signInAs("ada");
  const back = await context.newPage();
  await back.goto("/rubric");
  await expect
    .poll(async () => (await ledgerOf(world, interview.card("Ada"))).ratings)
    .toEqual({ ownership: 5 });
});

test("signing out forgets what is saved; submitting does too", async ({ page, signInAs, world }) => {
  const interview = await layOutInterview(world, "Rosalind Meer", ["Ada"]);
  await signInAs("ada");
  await openCockpit(page, interview.path);
  await page.keyboard.press("3");
  await expect(stateLine(page, "Saved")).toBeVisible();
  expect(await keptCards(page)).toContain(interview.card("Ada"));
  await page.getByRole("button", { name: /^Account/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  expect(await keptCards(page)).toEqual([]);

  await signInAs("ada");
  await openCockpit(page, interview.path);
  for (const key of ["4", "j", "3", "j", "2", "j", "4", "j", "3", "r", "3", "Control+Enter"])
    await page.keyboard.press(key);
  await page.getByRole("button", { name: "Submit now" }).click();
  await expect(page.getByRole("region", { name: "Your scorecard", exact: true })).toBeVisible();
  await expect.poll(() => keptCards(page)).toEqual([]);
});

test("what Ada enters on her phone after submitting on her laptop is shown to her, not lost and not counted", async ({
  page,
  signInAs,
  browserOf,
  world,
  expectNoise,
}) => {
  expectNoise(/Failed to load resource/);
  const interview = await layOutInterview(world, "Thea Lindqvist", ["Ada"]);
  await signInAs("ada");
  const phone = await browserOf("Ada");
  await openCockpit(page, interview.path);
  await openCockpit(phone, interview.path);
  await phone.context().setOffline(true);
  await cell(phone, "Fix", "2").click();
  await phone.keyboard.press("n");
  await phone.keyboard.type("Said it again in the lobby");
  await expect(stateLine(phone, "On this device")).toBeVisible();
  for (const key of [...COMPLETE, "Control+Enter"]) await page.keyboard.press(key);
  await page.getByRole("button", { name: "Submit now" }).click();
  await expect(page.getByRole("region", { name: "Your scorecard", exact: true })).toBeVisible();

  await phone.context().setOffline(false);
  const late = phone.getByRole("region", { name: "Entered on this device, not in the submitted scorecard" });
  await expect(late).toContainText("Said it again in the lobby");
  await expect(late.getByRole("listitem").filter({ hasText: /^Fix.*2/ })).toBeVisible();
  await phone.reload();
  await expect(late).toContainText("Said it again in the lobby");
  await late.getByRole("button", { name: "I have seen it" }).click();
  await expect(late).toHaveCount(0);
  await expect.poll(() => keptCards(phone)).toEqual([]);
  expect((await ledgerOf(world, interview.card("Ada"))).ratings).toMatchObject({ fix: 4 });
});
