import type { Page } from "playwright/test";
import { COMPLETE } from "../support/cockpit";
import { layOutInterview } from "../support/interview";
import { ledgerOf } from "../support/ledger";
import { expect, test } from "./fixtures";

test.use({ serviceWorkers: "allow" });

const row = (page: Page, dimension: string) => page.getByRole("region", { name: dimension, exact: true });
const cell = (page: Page, dimension: string, mark: string) =>
  row(page, dimension).getByRole("radio", { name: new RegExp(`^${mark}:`) });
const stateLine = (page: Page, words: string) =>
  page.getByRole("status").filter({ hasText: new RegExp(`^${words}$`) });

/** The cockpit is ready once its first row has the focus; the worker once it has every file and this page. */
async function openCockpit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(row(page, "Ownership").getByRole("group")).toBeFocused();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((claimed) => navigator.serviceWorker.addEventListener("controllerchange", claimed));
  });
}

test("a scorecard opened once opens again without a network, by reload and after a crash, and is saved later", async ({
  page,
  context,
  signInAs,
  world,
  expectNoise,
}) => {
  expectNoise(/Failed to load resource|Failed to fetch/);
  const interview = await layOutInterview(world, "Odile Marchetti", ["Ada"]);
  await signInAs("ada");
  await openCockpit(page, interview.path);
  await page.keyboard.press("3");
  await expect(stateLine(page, "Saved")).toBeVisible();

  await context.setOffline(true);
  await page.keyboard.press("4");
  await page.keyboard.press("n");
  await page.keyboard.type("Nobody had looked at the backups");
  await expect(stateLine(page, "On this device")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Odile Marchetti" })).toBeVisible();
  await expect(cell(page, "Ownership", "4")).toBeChecked();
  await expect(page.getByLabel("Evidence for Ownership")).toHaveValue("Nobody had looked at the backups");
  await expect(stateLine(page, "On this device")).toBeVisible();

  const crashed = page.waitForEvent("crash");
  const devtools = await context.newCDPSession(page);
  devtools.send("Page.crash").catch(() => {});
  await crashed;
  await page.close();
  const reopened = await context.newPage();
  await reopened.goto(interview.path);
  await expect(cell(reopened, "Ownership", "4")).toBeChecked();
  await cell(reopened, "Fix", "2").click();
  await expect(stateLine(reopened, "On this device")).toBeVisible();

  // No part of the page, and never opened before: the worker has it all the same.
  await reopened.getByRole("button", { name: "Paper form" }).click();
  await expect(reopened.getByLabel("Scored on paper at")).toBeVisible();
  await reopened.keyboard.press("Escape");
  await expect(reopened.getByLabel("Scored on paper at")).toBeHidden();

  await reopened.goto(`${interview.path}/paper?blank`);
  const blank = reopened.getByRole("article", { name: "Blank form" });
  await expect(blank.getByText("Odile Marchetti", { exact: true })).toBeVisible();
  await reopened.goto(interview.path);
  await expect(cell(reopened, "Fix", "2")).toBeChecked();

  await context.setOffline(false);
  await expect(stateLine(reopened, "Saved")).toBeVisible();
  const { ratings, sequences } = await ledgerOf(world, interview.card("Ada"));
  expect(ratings).toEqual({ ownership: 4, fix: 2 });
  // Each number once, in the order of making; a page that opens takes a fresh reserve, so there are gaps.
  expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => a - b));
  expect(sequences.length).toBeGreaterThan(0);
});

test("submitted without a network: it may be taken back, outlives a reload, and goes once when the network is back", async ({
  page,
  context,
  signInAs,
  world,
  expectNoise,
}) => {
  expectNoise(/Failed to load resource|Failed to fetch/);
  const interview = await layOutInterview(world, "Tamsin Oduya", ["Ada"]);
  await signInAs("ada");
  await openCockpit(page, interview.path);
  for (const key of COMPLETE) await page.keyboard.press(key);
  await expect(stateLine(page, "Saved")).toBeVisible();
  await context.setOffline(true);
  await page.keyboard.press("Control+Enter");
  await page.getByRole("button", { name: "Submit now" }).click();
  await page.getByRole("button", { name: "Take it back" }).click();
  await cell(page, "Fix", "2").click();
  await expect(stateLine(page, "On this device")).toBeVisible();

  await page.getByRole("button", { name: "Submit scorecard" }).click();
  await page.getByRole("button", { name: "Submit now" }).click();
  await expect(page.getByText("Not submitted yet.").filter({ visible: true })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Tamsin Oduya" })).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByRole("region", { name: "Your scorecard", exact: true })).toBeVisible();
  const { submissions, ratings } = await ledgerOf(world, interview.card("Ada"));
  expect(submissions).toBe(1);
  expect(ratings).toMatchObject({ fix: 2 });
});

test("no cache holds a signed-in answer, and the store holds neither a name nor a word of a note", async ({
  page,
  signInAs,
  world,
}) => {
  const interview = await layOutInterview(world, "Zebulon Quartermaine", ["Ada"]);
  await signInAs("ada");
  await openCockpit(page, interview.path);
  await page.keyboard.press("n");
  await page.keyboard.type("heliotrope deployment");
  await expect(stateLine(page, "Saved")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Evidence for Ownership")).toHaveValue("heliotrope deployment");

  const kept = await page.evaluate(async () => {
    const cached: string[] = [];
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys())
        cached.push(`${request.url} ${await (await caches.match(request))?.text()}`);
    const opened = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open("plumbline");
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const rows: string[] = [];
    for (const store of opened.objectStoreNames) {
      const all = await new Promise<unknown[]>((resolve) => {
        const request = opened.transaction(store).objectStore(store).getAll();
        request.onsuccess = () => resolve(request.result);
      });
      const asText = (_: string, value: unknown) =>
        value instanceof ArrayBuffer ? new TextDecoder("latin1").decode(value) : value;
      rows.push(...all.map((one) => `${store} ${JSON.stringify(one, asText)}`));
    }
    opened.close();
    return { cached, rows };
  });
  const addresses = kept.cached.map((entry) => new URL(entry.split(" ")[0] ?? "").pathname);
  expect(addresses).toContain("/offline");
  expect(addresses.filter((path) => path !== "/offline" && !path.startsWith("/_next/static/"))).toEqual([]);
  const words = /Quartermaine|heliotrope|Ada Lindgren/;
  expect(kept.cached.filter((entry) => words.test(entry))).toEqual([]);
  expect(kept.rows.filter((entry) => words.test(entry))).toEqual([]);
  // Else nothing above proves anything: the sealed scorecard is there, and so is its owner's id.
  expect(kept.rows.filter((entry) => entry.includes(interview.card("Ada"))).length).toBeGreaterThan(1);
});
