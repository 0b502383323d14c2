import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright";
import { z } from "zod";
import { Problem } from "../../domain/errors";
import { ROOT } from "../command";
import { packagedBrowser } from "./packaged";

export interface Browser {
  executablePath: string;
  /** What the browser needs in its environment beyond ours: the packaged one brings its own libraries. */
  env: Record<string, string>;
  /** How it was found, for the screen. */
  found: string;
}

const VARIABLES = ["PLUMBLINE_BROWSER", "CHROME_PATH"];
const SYSTEM = [
  // Without windows of its own it opens a page in half the time. Debian's launcher in /usr/bin would outlive a kill.
  "/usr/lib/chromium/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:/Program Files/Google/Chrome/Application/chrome.exe",
  "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
];
const HELP =
  "No browser runs here. Install one (Debian: apt-get install chromium-headless-shell), or run npx playwright install --with-deps chromium, or name one: PLUMBLINE_BROWSER=/path/to/chrome";

/** A Chromium that really starts: named by the environment, Playwright's, the system's, packaged, or fetched now. */
export async function findBrowser(): Promise<Browser> {
  for (const variable of VARIABLES) {
    const executablePath = process.env[variable];
    if (!executablePath) continue;
    const named = { executablePath, env: inheritedSettings(), found: variable };
    if (starts(named)) return named;
    throw new Problem("INVALID", `${variable} names ${executablePath}, which does not start`);
  }
  const here = [chromium.executablePath(), ...SYSTEM].map((executablePath) => ({
    executablePath,
    env: {},
    found: executablePath,
  }));
  const system = here.find(starts);
  if (system) return system;
  const packaged = await packagedBrowser(join(ROOT, ".cache", "browser"));
  if (packaged && starts(packaged)) return packaged;
  return fetchedBrowser();
}

const Settings = z.record(z.string(), z.string());

/** A child of the test command inherits the browser it found, with the settings that belong to it. */
export function asEnvironment({ executablePath, env }: Browser): Record<string, string> {
  return { PLUMBLINE_BROWSER: executablePath, PLUMBLINE_BROWSER_ENV: JSON.stringify(env) };
}

function inheritedSettings(): Record<string, string> {
  return Settings.parse(JSON.parse(process.env.PLUMBLINE_BROWSER_ENV ?? "{}"));
}

function fetchedBrowser(): Browser {
  console.log("No browser here yet: fetching Playwright's own ...");
  const cli = join(ROOT, "node_modules", "playwright", "cli.js");
  const deps = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get") ? ["--with-deps"] : [];
  const done = spawnSync(process.execPath, [cli, "install", ...deps, "chromium"], {
    cwd: ROOT,
    stdio: "inherit",
  });
  const fetched = { executablePath: chromium.executablePath(), env: {}, found: "fetched by Playwright" };
  if (done.status !== 0 || !starts(fetched)) throw new Problem("UNAVAILABLE", HELP);
  return fetched;
}

/** A program that is there may still lack its libraries: only asking tells. */
function starts({ executablePath, env }: Browser): boolean {
  if (!existsSync(executablePath)) return false;
  const asked = spawnSync(executablePath, ["--no-sandbox", "--version"], {
    env: { ...process.env, ...env },
    encoding: "utf8",
    timeout: 20_000,
  });
  return asked.status === 0 && /\d+\.\d+/.test(asked.stdout);
}
