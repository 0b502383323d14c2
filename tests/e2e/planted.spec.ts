import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Browser, type BrowserContext, expect, type Page, test } from "playwright/test";
import { addressOf, PAGES } from "../support/pages";
import { PLANTED, plantEverywhere } from "../support/planted";
import { type RunningWorld, startWorld } from "./world";

test.describe.configure({ timeout: 280_000 });

/** Pages that show somebody's text at all; fewer than this many, and it was not looked for where it is. */
const SHOWN_AT_LEAST = 20;

let world: RunningWorld;
let reached: string[];
test.beforeAll(async ({ browserName: _ }, worker) => {
  mkdirSync(worker.project.outputDir, { recursive: true });
  // Of its own: nobody else's journey is to be among these names.
  world = await startWorld(join(worker.project.outputDir, "server-planted.log"));
  reached = await plantEverywhere(world.ownerUrl);
});
test.afterAll(() => world?.end());

interface Person {
  context: BrowserContext;
  page: Page;
  dialogs: string[];
}

async function personOf(browser: Browser, firstName: string | null): Promise<Person> {
  const context = await browser.newContext({ baseURL: world.address });
  if (firstName) {
    const value = await world.startSession(firstName);
    const name = "authjs.session-token";
    await context.addCookies([{ name, value, url: world.address, httpOnly: true, sameSite: "Lax" as const }]);
  }
  await context.addInitScript(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    document.addEventListener("securitypolicyviolation", (event) =>
      heard.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
    );
  });
  const page = await context.newPage();
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  return { context, page, dialogs };
}

/** In the page: what the text was able to do, and whether it is there to be read. */
function done() {
  const { heard, planted } = window as unknown as { heard: string[]; planted?: number };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const turned: string[] = [];
  let shown = false;
  while (texts.nextNode()) {
    const { textContent, parentElement } = texts.currentNode;
    if (!parentElement || parentElement.closest("script, style, noscript")) continue;
    if (textContent?.includes("data-planted onerror=")) shown = true;
    const { display, unicodeBidi } = getComputedStyle(parentElement);
    // A change of direction ends with the element it stands in only where that element is set apart.
    if (textContent?.includes("\u202e") && display === "inline" && unicodeBidi === "normal")
      turned.push(`${parentElement.tagName} ${parentElement.className}`);
  }
  return {
    violations: heard,
    ran: planted ?? 0,
    elements: document.querySelectorAll("[data-planted], a[href^='javascript:' i]").length,
    turned: [...new Set(turned)],
    shown,
  };
}

const INERT = { violations: [], ran: 0, elements: 0, turned: [] };

test("43: what somebody wrote is text and nothing else, in every field, on every page, on screen and on paper", async ({
  browser,
}) => {
  expect(reached).toEqual(
    expect.arrayContaining([
      ...[
        "organizations.name",
        "memberships.name",
        "candidates.name",
        "openings.title",
        "evidence_notes.body",
      ],
      ...[
        "debrief_reasons.reason",
        "decisions.rationale",
        "rubric_versions.content",
        "practice_answers.spoken",
      ],
    ]),
  );
  const people = new Map<string | null, Person>();
  const shown: string[] = [];
  for (const seen of PAGES) {
    const who = people.get(seen.as) ?? (await personOf(browser, seen.as));
    people.set(seen.as, who);
    const { page, dialogs } = who;
    await page.goto(await addressOf(seen, page.request));
    await expect(page.getByRole("main"), seen.name).toBeVisible();
    await page.emulateMedia({ media: "print" });
    await page.emulateMedia({ media: "screen" });
    const { shown: there, ...rest } = await page.evaluate(done);
    expect([seen.name, rest, dialogs]).toEqual([seen.name, INERT, []]);
    expect(await page.title(), seen.name).toMatch(/ · Plumbline$/);
    if (there) shown.push(seen.name);
    await seen.after?.(page.request);
  }
  expect(shown.length, shown.join()).toBeGreaterThan(SHOWN_AT_LEAST);
  expect(shown).toEqual(
    expect.arrayContaining(["score", "debrief", "compare", "packet", "dossier", "members", "rubric"]),
  );

  // Else an empty list of violations would prove nothing: the very text as markup is stopped, and heard of.
  const rosa = people.get("rosa");
  if (!rosa) throw new Error("No page is Rosa's");
  await rosa.page.goto("/candidates");
  await rosa.page.evaluate((text) => document.body.insertAdjacentHTML("beforeend", text), PLANTED);
  await expect.poll(async () => (await rosa.page.evaluate(done)).violations.length).toBeGreaterThan(0);
  expect((await rosa.page.evaluate(done)).ran).toBe(0);
  for (const { context } of people.values()) await context.close();
});
