import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright/test";
import { findBrowser } from "@/lib/commands/browser/find";
import type { RunningWorld } from "../e2e/world";
import { reachState, STATES } from "../support/cockpit-states";
import { addressOf, PAGES, type PageSeen } from "../support/pages";
import { startShownWorld } from "./world";

const THEMES = ["light", "dark"] as const;
const SIZES = [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
  { width: 820, height: 1180 },
  { width: 390, height: 844 },
] as const;
/** Narrower than this, fingers rather than a mouse. */
const DESK_FROM_WIDTH = 1000;
const OUT = "shots";

const HELP = `npm run shots -- [--url ADDRESS] [--states] [--only NAME] [--size WIDTH]
Writes every page in four sizes and two themes into ${OUT}/. Without --url it starts a demo world of its own.
--states writes the cockpit in each of its states instead, in a world of its own.`;

const { values: asked } = parseArgs({
  options: {
    url: { type: "string" },
    states: { type: "boolean" },
    only: { type: "string" },
    size: { type: "string" },
    help: { type: "boolean" },
  },
});

/** Signs in the way a stranger does: by a click on the sign-in page. */
async function signIn(page: Page, url: string, firstName: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByRole("button", { name: new RegExp(`^${firstName}\\b`, "i") }).click();
  await page.waitForURL((address) => !address.pathname.startsWith("/sign-in"));
}

/** Ours with what a packaged browser needs beside it. */
function environment(more: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries({ ...process.env, ...more }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
}

/** The screen as it is, and beside it the whole page where it is longer than the screen. */
async function shoot(page: Page, seen: Pick<PageSeen, "name">, folder: string): Promise<void> {
  const size = page.viewportSize() ?? SIZES[0];
  await page.setViewportSize(size);
  const path = (suffix: string) => join(folder, `${seen.name}${suffix}.png`);
  await page.screenshot({ path: path(""), animations: "disabled" });
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (height <= size.height) return;
  // A taller window rather than a full-page picture: bars stay at the edge, and touch stays touch.
  await page.setViewportSize({ ...size, height });
  await page.screenshot({ path: path("-whole"), animations: "disabled" });
  await page.setViewportSize(size);
}

type Size = (typeof SIZES)[number];

async function contextFor(browser: Browser, url: string, size: Size, colorScheme: "light" | "dark") {
  const touch = size.width < DESK_FROM_WIDTH;
  return browser.newContext({
    baseURL: url,
    viewport: size,
    colorScheme,
    hasTouch: touch,
    isMobile: touch,
    locale: "en-GB",
    reducedMotion: "reduce",
  });
}

async function shootAll(context: BrowserContext, url: string, folder: string): Promise<void> {
  const page = await context.newPage();
  let signedInAs: string | null = null;
  for (const seen of PAGES.filter(({ name }) => !asked.only || name === asked.only)) {
    if (seen.as && seen.as !== signedInAs) await signIn(page, url, seen.as);
    signedInAs = seen.as ?? signedInAs;
    await page.goto(`${url}${await addressOf(seen, page.request)}`, { waitUntil: "networkidle" });
    await shoot(page, seen, folder);
    await seen.after?.(page.request);
  }
  await page.close();
}

/** The cockpit in each of its states: a page and an interview of its own for each. */
async function shootStates(context: BrowserContext, world: RunningWorld, folder: string): Promise<void> {
  for (const state of STATES.filter(({ name }) => !asked.only || name === asked.only)) {
    const page = await context.newPage();
    await signIn(page, world.address, "ada");
    await reachState(page, world, state);
    await shoot(page, { name: `cockpit-${state.name}` }, folder);
    await context.setOffline(false);
    await page.close({ runBeforeUnload: false });
  }
}

async function main(): Promise<void> {
  mkdirSync(OUT, { recursive: true });
  const world = asked.url ? null : await startShownWorld();
  const url = asked.url?.replace(/\/$/, "") ?? world?.address ?? "";
  const found = await findBrowser();
  const browser = await chromium.launch({
    executablePath: found.executablePath,
    env: environment(found.env),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
  });
  try {
    for (const size of SIZES.filter(({ width }) => !asked.size || String(width) === asked.size)) {
      for (const theme of THEMES) {
        const folder = join(OUT, `${size.width}x${size.height}-${theme}`);
        mkdirSync(folder, { recursive: true });
        const context = await contextFor(browser, url, size, theme);
        if (asked.states && world) await shootStates(context, world, folder);
        else await shootAll(context, url, folder);
        await context.close();
        console.log(folder);
      }
    }
  } finally {
    await browser.close();
    await world?.end();
  }
}

if (asked.help) console.log(HELP);
else await main();
