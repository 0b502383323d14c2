import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type BrowserContext, chromium } from "playwright";
import { findBrowser } from "@/lib/commands/browser/find";
import { QUIET } from "../../playwright.config";

/** A browser over a profile on the disk, started as a person starts one, so that it can be killed like one. */
export interface BrowserProcess {
  context: BrowserContext;
  /** SIGKILL to it and its helpers, without a word to its pages; resolves when it is gone. */
  kill(): Promise<void>;
}

export async function startBrowser(profile: string): Promise<BrowserProcess> {
  const { executablePath, env } = await findBrowser();
  const child = spawn(
    executablePath,
    [...QUIET, "--headless", "--remote-debugging-port=0", `--user-data-dir=${profile}`, "about:blank"],
    // A group of its own: its helpers write to the profile, and outlive it by a moment.
    { env: { ...process.env, ...env }, stdio: ["ignore", "ignore", "pipe"], detached: true },
  );
  const browser = await chromium.connectOverCDP(await endpointOf(child));
  const [context] = browser.contexts();
  if (!context) throw new Error("The browser has no window");
  return {
    context,
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      const heard = browser.isConnected()
        ? new Promise<void>((gone) => browser.once("disconnected", () => gone()))
        : null;
      if (child.pid) process.kill(-child.pid, "SIGKILL");
      await Promise.all([ended, heard]);
    },
  };
}

function endpointOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stderr?.on("data", (chunk: Buffer) => {
      said += chunk;
      const [, endpoint] = /listening on (ws:\S+)/.exec(said) ?? [];
      if (endpoint) resolve(endpoint);
    });
    child.once("error", reject);
    child.once("exit", () => reject(new Error(`The browser does not start: ${said}`)));
  });
}
