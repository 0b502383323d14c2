import { defineConfig } from "playwright/test";
import { findBrowser } from "@/lib/commands/browser/find";

const browser = await findBrowser();
const traced = Boolean(process.env.PLUMBLINE_TRACE);

/** Everything here is on loopback: the browser needs no network of its own, and root has no sandbox. */
export const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Text as wide as on a person's screen: the headless shell would hint it to whole pixels.
  "--font-render-hinting=none",
];

export default defineConfig({
  projects: [
    { name: "journeys", testDir: "e2e" },
    { name: "faults", testDir: "faults/browser" },
  ],
  outputDir: "../test-results",
  globalSetup: "./e2e/global-setup.ts",
  // Each worker has a server and a database of its own: while one waits for its page, the other has the cores.
  workers: Number(process.env.PLUMBLINE_WORKERS ?? 2),
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: process.env.PLUMBLINE_REPORT
    ? [["list"], ["json", { outputFile: process.env.PLUMBLINE_REPORT }]]
    : [["list"]],
  use: {
    browserName: "chromium",
    // A worker would answer before a journey's own faults of the network do; those about the worker let it in.
    serviceWorkers: "block",
    headless: true,
    viewport: { width: 1280, height: 800 },
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    // Pictures of every step of every journey cost a fifth of the run; PLUMBLINE_TRACE=1 takes them to look closer.
    trace: { mode: "retain-on-failure", screenshots: traced, snapshots: traced, sources: true },
    launchOptions: {
      executablePath: browser.executablePath,
      args: QUIET,
      env: { ...inherited(), ...browser.env },
    },
  },
});

function inherited(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
