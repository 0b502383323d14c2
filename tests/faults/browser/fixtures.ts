import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, test as base } from "playwright/test";
import type { Entered } from "./author";
import { type BrowserProcess, startBrowser } from "./browser-process";
import { disagreements } from "./judge";
import { type SitOptions, type Sitting, sitDown } from "./sitting";
import { openStage, type Stage } from "./stage";
import type { Witness } from "./witness";

export { expect } from "playwright/test";

interface TestFixtures {
  /** A browser of its own over this test's profile, to be killed. Name it before `sit`: it then outlives the oracle's look. */
  startBrowser(): Promise<BrowserProcess>;
  /** Seats somebody new, opens the cockpit, and has the oracle judge it all when the test is over. */
  sit(options?: SitOptions): Promise<Sitting>;
}

export const test = base.extend<TestFixtures, { stage: Stage }>({
  stage: [
    async ({ browserName: _ }, use) => {
      const stage = await openStage();
      await use(stage);
      await stage.end();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  startBrowser: async ({ browserName: _ }, use) => {
    const started: BrowserProcess[] = [];
    const profile = mkdtempSync(join(tmpdir(), "plumbline-profile-"));
    await use(async () => {
      const browser = await startBrowser(profile);
      started.push(browser);
      return browser;
    });
    for (const browser of started) await browser.kill();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  },
  baseURL: async ({ stage }, use) => use(stage.address),
  sit: async ({ stage, browser, baseURL }, use, testInfo) => {
    const sittings: Sitting[] = [];
    const contexts: BrowserContext[] = [];
    await use(async (options = {}) => {
      const context = options.context ?? (await browser.newContext(baseURL ? { baseURL } : {}));
      contexts.push(context);
      const sitting = await sitDown(stage, context, options);
      sittings.push(sitting);
      return sitting;
    });
    try {
      if (testInfo.status === testInfo.expectedStatus) await judge(stage, sittings);
    } finally {
      for (const { witness } of sittings) await witness.end();
      // One whose browser was killed is closed already.
      await Promise.all(contexts.map((context) => context.close().catch(() => {})));
    }
  },
});

/** Two browsers of one person are judged together, once. */
async function judge(stage: Stage, sittings: readonly Sitting[]): Promise<void> {
  const judged = new Map<Witness, Entered>();
  for (const { witness, author } of sittings) judged.set(witness, author.entered);
  for (const [witness, entered] of judged) {
    const found = await disagreements(stage, witness, entered);
    if (found.length > 0) throw new Error(`The oracle disagrees:\n${found.join("\n")}`);
    if (witness.savedLookedUp === 0) throw new Error("The witness never heard Saved: it has proved nothing");
  }
}
