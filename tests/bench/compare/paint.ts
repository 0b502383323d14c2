import { type Browser, chromium } from "playwright";
import { findBrowser } from "@/lib/commands/browser/find";
import { quantile } from "@/lib/stats/quantile";
import { BARE_PAGE, type Visit } from "./time";

export interface Paints {
  chartMs: number;
  bareMs: number;
}

const SLOWER = 4;
/** Each in a browser context of its own: nothing is cached. */
const VISITS = 5;
const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
];

/**
 * Median milliseconds until a comparison's first chart is painted, cold, with the processor slowed, and until a bare
 * page's first content is; null without a browser.
 */
export async function firstPaints(visit: Visit, applicationIds: readonly string[]): Promise<Paints | null> {
  const found = await findBrowser().catch(() => null);
  if (!found) return null;
  const browser = await chromium.launch({ executablePath: found.executablePath, args: ARGS });
  try {
    const chart: number[] = [];
    const bare: number[] = [];
    for (let round = 0; round < VISITS; round += 1) {
      bare.push(await painted(browser, visit, BARE_PAGE, WATCH_FOR_CONTENT));
      const path = `/compare?applications=${applicationIds.join(",")}`;
      chart.push(await painted(browser, visit, path, WATCH_FOR_CHART));
    }
    return { chartMs: median(chart), bareMs: median(bare) };
  } finally {
    await browser.close();
  }
}

const median = (times: readonly number[]) =>
  quantile(
    times.toSorted((a, b) => a - b),
    0.5,
  );

/** One cold visit: milliseconds from the start of the navigation to what the script watches for. */
async function painted(browser: Browser, visit: Visit, path: string, watch: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const cut = visit.cookie.indexOf("=");
  const [name, value] = [visit.cookie.slice(0, cut), visit.cookie.slice(cut + 1)];
  await context.addCookies([{ name, value, url: visit.address }]);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await page.addInitScript(watch);
  await page.goto(`${visit.address}${path}`);
  const seen = await page.waitForFunction("window.paintedAt").catch(async (cause: unknown) => {
    const words = (await page.innerText("body")).slice(0, 200);
    throw new Error(`Nothing painted on ${page.url()}: ${words}`, { cause });
  });
  const ms = Number(await seen.jsonValue());
  await context.close();
  return ms;
}

/**
 * Runs in the page: notes when the first chart with a mark in it has been painted, from the start of the navigation.
 * As text, because what compiles this file puts helpers into functions that a page does not have.
 */
const WATCH_FOR_CHART = `(() => {
  const look = () => {
    if (!document.querySelector("main svg circle, main svg rect")) return requestAnimationFrame(look);
    // Painted is what the frame after the next one follows.
    requestAnimationFrame(() => requestAnimationFrame(() => { window.paintedAt = performance.now(); }));
  };
  look();
})()`;

/** The browser's own word for the first content of a page without charts. */
const WATCH_FOR_CONTENT = `new PerformanceObserver((list) => {
  const [entry] = list.getEntriesByName("first-contentful-paint");
  if (entry) window.paintedAt = entry.startTime;
}).observe({ type: "paint", buffered: true })`;
