import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { test as base, type ConsoleMessage, type Page } from "playwright/test";
import { sessionCookie } from "../support/session-cookie";
import { type RunningWorld, startWorld } from "./world";

export { expect } from "playwright/test";

interface TestFixtures {
  /** Signs this browser in as one of the demo cast, by first name. */
  signInAs(firstName: string): Promise<void>;
  /** Another person's browser beside this one, signed in. */
  browserOf(firstName: string): Promise<Page>;
  /** Lets this test cause noise that matches, such as the 404 it asks for. */
  expectNoise(pattern: RegExp): void;
}

/** Every journey gets a world of its worker's own; noise in any page's console fails it. */
export const test = base.extend<TestFixtures & { noise: Noise }, { world: RunningWorld }>({
  world: [
    async ({ browserName: _ }, use, worker) => {
      const logs = worker.project.outputDir;
      mkdirSync(logs, { recursive: true });
      const world = await startWorld(join(logs, `server-${worker.workerIndex}.log`));
      await use(world);
      await world.end();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  baseURL: async ({ world }, use) => use(world.address),
  noise: [
    async ({ context }, use, testInfo) => {
      const noise = new Noise();
      context.on("page", (page) => noise.listenTo(page));
      await use(noise);
      if (testInfo.status === testInfo.expectedStatus && noise.heard.length > 0)
        throw new Error(`The browser complained:\n${noise.heard.join("\n")}`);
    },
    { auto: true },
  ],
  signInAs: async ({ context, world }, use) => {
    await use(async (firstName) => {
      await context.addCookies([sessionCookie(world, await world.startSession(firstName))]);
    });
  },
  browserOf: async ({ browser, world, noise, baseURL }, use) => {
    const opened: Page[] = [];
    await use(async (firstName) => {
      const context = await browser.newContext(baseURL ? { baseURL } : {});
      await context.addCookies([sessionCookie(world, await world.startSession(firstName))]);
      const page = await context.newPage();
      noise.listenTo(page);
      opened.push(page);
      return page;
    });
    await Promise.all(opened.map((page) => page.context().close()));
  },
  expectNoise: async ({ noise }, use) => use((pattern) => noise.expect(pattern)),
});

/** What a page complains of: console errors, console warnings and uncaught exceptions. */
class Noise {
  readonly heard: string[] = [];
  /** The config keeps the worker out of most journeys, and Playwright says so each time. */
  readonly #expected: RegExp[] = [/^warning: Service Worker registration blocked by Playwright/];

  expect(pattern: RegExp): void {
    this.#expected.push(pattern);
  }

  listenTo(page: Page): void {
    page.on("console", (message) => this.#hearConsole(message));
    page.on("pageerror", (error) => this.#hear(`uncaught: ${error.message}`));
  }

  #hearConsole(message: ConsoleMessage): void {
    if (message.type() === "error" || message.type() === "warning")
      this.#hear(`${message.type()}: ${message.text()} (${message.location().url})`);
  }

  #hear(line: string): void {
    if (!this.#expected.some((pattern) => pattern.test(line))) this.heard.push(line);
  }
}
