import { gzipSync } from "node:zlib";
import { type BrowserContext, chromium, type Page } from "playwright/test";
import { findBrowser } from "@/lib/commands/browser/find";
import { quantile } from "@/lib/stats/quantile";
import { QUIET } from "../../playwright.config";
import type { Stand } from "../stand";
import type { Editor } from "./editors";

const SLOW_DOWN = 4;
/** The event timing of the browser is exact to eight milliseconds and says nothing of what is quicker than this. */
const QUICKEST_SAID_MS = 16;
const SENTENCE = "She rolled it back within minutes and told the channel, then wrote it down the same day.";
const RATING_KEYS = [
  "4",
  "j",
  "3",
  "j",
  "2",
  "j",
  "5",
  "j",
  "4",
  "k",
  "k",
  "k",
  "k",
  "2",
  "3",
  "j",
  "1",
  "5",
];

export interface CockpitFigures {
  /** Gzipped scripts of the cockpit's page, those of a bare page of the same Next, and the difference: our own. */
  javascript: { cockpitBytes: number; frameworkBytes: number; ownBytes: number };
  /** From a key to the next picture, at a processor four times slower. */
  keypress: { slowDown: number; n: number; medianMs: number; p95Ms: number; worstMs: number };
}

export async function measureCockpit({ ours, bare }: Stand, editor: Editor): Promise<CockpitFigures> {
  const found = await findBrowser();
  const browser = await chromium.launch({ executablePath: found.executablePath, args: QUIET });
  try {
    // The product knows itself as localhost: anything else is a foreign origin to it.
    const address = ours.replace("127.0.0.1", "localhost");
    const frameworkBytes = await scriptBytes(await browser.newContext(), `${bare}/`);
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
    const [name = "", value = ""] = editor.cookie.split("=");
    await context.addCookies([{ name, value, url: address }]);
    const path = `${address}/interviews/${editor.interviewId}`;
    const cockpitBytes = await scriptBytes(context, path);
    const javascript = { cockpitBytes, frameworkBytes, ownBytes: cockpitBytes - frameworkBytes };
    return { javascript, keypress: await keypresses(await context.newPage(), path) };
  } finally {
    await browser.close();
  }
}

/** Every script the page loads until it is quiet, each gzipped as the server would send it. */
async function scriptBytes(context: BrowserContext, url: string): Promise<number> {
  const page = await context.newPage();
  const bodies: Promise<Buffer>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script" && response.ok()) bodies.push(response.body());
  });
  await page.goto(url, { waitUntil: "load" });
  await page.waitForLoadState("networkidle");
  const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body).length);
  await page.close();
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function keypresses(page: Page, url: string): Promise<CockpitFigures["keypress"]> {
  await page.goto(url);
  const row = page.getByRole("region", { name: "ownership", exact: true });
  await row.getByRole("radio").first().waitFor();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOW_DOWN });
  await page.evaluate((durationThreshold) => {
    const slow: number[] = [];
    Object.assign(window, { slowKeys: slow });
    // TypeScript's own list of options does not know the threshold of event timing yet.
    const options = { type: "event", durationThreshold };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === "keydown") slow.push(entry.duration);
    }).observe(options);
  }, QUICKEST_SAID_MS);
  for (const key of RATING_KEYS) await pressed(page, key);
  await pressed(page, "n");
  for (const key of SENTENCE) await pressed(page, key);
  const slow = await page.evaluate(() => (window as unknown as { slowKeys: number[] }).slowKeys);
  const n = RATING_KEYS.length + 1 + SENTENCE.length;
  const all = [...Array<number>(Math.max(0, n - slow.length)).fill(QUICKEST_SAID_MS), ...slow].sort(
    (a, b) => a - b,
  );
  return {
    slowDown: SLOW_DOWN,
    n,
    medianMs: quantile(all, 0.5),
    p95Ms: quantile(all, 0.95),
    worstMs: all.at(-1) ?? 0,
  };
}

/** One key, and the picture after it: each is measured by itself, as fast as a person could follow. */
async function pressed(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key === " " ? "Space" : key);
  await page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );
}
