import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright/test";
import { findBrowser } from "@/lib/commands/browser/find";
import type { RunningWorld } from "../e2e/world";
import { EVERY_STATE } from "../support/every-state";
import { addressOf, PAGES, type PageSeen } from "../support/pages";
import { sessionCookie } from "../support/session-cookie";
import { startShownWorlds } from "./world";

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

const HELP = `npm run shots -- [--url ADDRESS] [--states] [--only NAMES] [--size WIDTHS] [--theme light]
Writes every page in four sizes and two themes into ${OUT}/. Without --url it starts a demo world of its own.
--states writes the states of the cockpit, the debrief room, live rounds, practice and the rubric instead, in worlds of
their own. --only takes names, or the beginning of several: "debrief,rubric-published"; --size several widths.`;

const { values: asked } = parseArgs({
  options: {
    url: { type: "string" },
    states: { type: "boolean" },
    only: { type: "string" },
    size: { type: "string" },
    theme: { type: "string" },
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

/** In which browser, how large and in which theme, and where the pictures go. */
interface Look {
  browser: Browser;
  size: (typeof SIZES)[number];
  theme: (typeof THEMES)[number];
  folder: string;
}

async function contextFor({ browser, size, theme }: Look, url: string): Promise<BrowserContext> {
  const touch = size.width < DESK_FROM_WIDTH;
  return browser.newContext({
    baseURL: url,
    viewport: size,
    colorScheme: theme,
    hasTouch: touch,
    isMobile: touch,
    locale: "en-GB",
    reducedMotion: "reduce",
  });
}

async function shootAll(look: Look, url: string): Promise<void> {
  const context = await contextFor(look, url);
  const page = await context.newPage();
  let signedInAs: string | null = null;
  for (const seen of PAGES.filter(({ name }) => isAsked(name))) {
    if (seen.as && seen.as !== signedInAs) await signIn(page, url, seen.as);
    signedInAs = seen.as ?? signedInAs;
    await page.goto(`${url}${await addressOf(seen, page.request)}`, { waitUntil: "networkidle" });
    await shoot(page, seen, look.folder);
    await seen.after?.(page.request);
  }
  await context.close();
}

const isAsked = (name: string) =>
  !asked.only || asked.only.split(",").some((one) => name === one || name.startsWith(`${one}-`));

/** Each state in a browser of its own: what one person keeps on a device is not in the next one's way. */
async function shootStates(look: Look, world: RunningWorld): Promise<void> {
  for (const state of EVERY_STATE.filter(({ name }) => isAsked(name))) {
    const context = await contextFor(look, world.address);
    await context.addCookies([sessionCookie(world, await world.startSession(state.as))]);
    const page = await context.newPage();
    // A state that cannot be reached is said, and pictured as far as it got: the others are still worth looking at.
    try {
      await state.reach(page, world);
      await page.waitForLoadState("networkidle");
    } catch (error) {
      console.error(`${state.name}: ${error}`);
      process.exitCode = 1;
    }
    await shoot(page, state, look.folder);
    await context.close();
  }
  await world.end();
}

async function main(): Promise<void> {
  mkdirSync(OUT, { recursive: true });
  const worlds = asked.url ? null : await startShownWorlds();
  const shared = asked.states ? null : await worlds?.begin();
  const found = await findBrowser();
  const browser = await chromium.launch({
    executablePath: found.executablePath,
    env: environment(found.env),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
  });
  try {
    for (const size of SIZES.filter(
      ({ width }) => !asked.size || asked.size.split(",").includes(String(width)),
    )) {
      for (const theme of THEMES.filter((one) => !asked.theme || one === asked.theme)) {
        const look = { browser, size, theme, folder: join(OUT, `${size.width}x${size.height}-${theme}`) };
        mkdirSync(look.folder, { recursive: true });
        if (asked.states && worlds) await shootStates(look, await worlds.begin());
        else await shootAll(look, asked.url?.replace(/\/$/, "") ?? shared?.address ?? "");
        console.log(look.folder);
      }
    }
  } finally {
    await browser.close();
    await shared?.end();
    await worlds?.end();
  }
}

if (asked.help) console.log(HELP);
else await main();
