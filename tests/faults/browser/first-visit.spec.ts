import type { BrowserContext } from "playwright";
import { expect, test } from "./fixtures";
import { anotherBuild } from "./other-build";

test.use({ serviceWorkers: "allow" });

/** Asked for, and on its way for as long as the test lasts: nothing is kept for this page. */
async function holdUpWorker(context: BrowserContext): Promise<BrowserContext> {
  await context.addInitScript(() => {
    if ("serviceWorker" in navigator) navigator.serviceWorker.register = () => new Promise(() => {});
  });
  return context;
}

test("F20: deployed over on a first visit, before the worker holds a file: it goes on saving, and submitted comes as the new build's page", async ({
  stage,
  sit,
  browser,
}) => {
  const context = await holdUpWorker(await browser.newContext());
  const { author, page } = await sit({ context });
  await author.rate("ownership", 4);
  await author.isTold("Saved");
  const next = anotherBuild();
  try {
    await stage.product.restart(next.server);
    await author.tap("noticing", 2);
    await author.write("fix", "Nothing of this page can be loaded any more");
    await author.isTold("Saved");
    await page.keyboard.press("Control+k");
    await expect(page.getByText("There is a new version: reload first.")).toBeVisible();
    await author.complete();
    await author.isTold("Saved");
    await page.evaluate(() => Object.assign(window, { ofTheOldBuild: true }));
    await page.getByRole("button", { name: "Submit scorecard" }).click();
    await page.getByRole("button", { name: "Submit now" }).click();
    // While one page gives way to the other there is none to ask.
    const isNew = () => page.evaluate(() => !("ofTheOldBuild" in window)).catch(() => false);
    await expect.poll(isNew).toBe(true);
    await expect(page.getByRole("region", { name: "Your scorecard", exact: true })).toBeVisible();
    await page.getByRole("link", { name: "On paper" }).focus();
  } finally {
    await stage.product.restart();
    next.remove();
  }
});

test("F01: on a first visit, without a worker, a link pressed without a network does not take the scorecard away", async ({
  sit,
  browser,
}) => {
  const context = await holdUpWorker(await browser.newContext());
  const { author, page } = await sit({ context });
  await author.rate("ownership", 4);
  await author.isTold("Saved");
  await context.setOffline(true);
  await author.rate("noticing", 2);
  await expect(page.getByText("Plumbline cannot be reached.").filter({ visible: true })).toBeVisible();
  await page.getByRole("link", { name: "Practice" }).click();
  await expect(page.getByText("No other page would come")).toBeVisible();
  await author.write("fix", "Still here");
  await author.isTold("On this device");
  await context.setOffline(false);
  await author.findsEverything();
  await author.isTold("Saved");
});

test("F01: a page asked for without a network comes by itself once there is one, and so does the scorecard", async ({
  sit,
  browser,
}) => {
  const context = await browser.newContext();
  const { author, page, card } = await sit({ context });
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (!navigator.serviceWorker.controller)
      await new Promise((look) =>
        navigator.serviceWorker.addEventListener("controllerchange", look, { once: true }),
      );
  });
  await author.rate("ownership", 4);
  await author.isTold("Saved");
  await context.setOffline(true);
  await author.rate("noticing", 2);
  await author.isTold("On this device");
  await page.goto(new URL("/interviews", card.url).href);
  await expect(page.getByRole("heading", { name: "Plumbline cannot be reached" })).toBeVisible();
  await expect(page.getByRole("link", { name: card.candidate })).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByRole("link", { name: "A blank form" })).toBeVisible();
  await page.goto(card.url);
  await author.findsEverything();
  await author.isTold("Saved");
});

test("F01: a file of the first page is lost on the way: nothing can be chosen meanwhile, and it comes whole by itself", async ({
  sit,
  browser,
}) => {
  const context = await holdUpWorker(await browser.newContext());
  const { author, page } = await sit({ context });
  await author.rate("ownership", 4);
  await author.isTold("Saved");
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.clearBrowserCache");
  let isLost = false;
  await context.route("**/_next/static/chunks/*.js", (route) => {
    if (isLost) return route.fallback();
    isLost = true;
    return route.abort();
  });
  await page.reload({ waitUntil: "commit" });
  await author.tap("noticing", 3);
  await author.findsEverything();
  await author.isTold("Saved");
  expect(isLost).toBe(true);
});
