import type { Page } from "playwright";
import { expect, test } from "./fixtures";
import { openCockpit, type Sitting } from "./sitting";

/** The disk is busy with something else: whatever the page writes from here on waits until the page is gone. */
async function holdDisk(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const opening = indexedDB.open("plumbline");
    const database = await new Promise<IDBDatabase>((opened) => {
      opening.onsuccess = () => opened(opening.result);
    });
    const operations = database.transaction(["cards", "operations"], "readwrite").objectStore("operations");
    const again = () => {
      operations.get("nothing").onsuccess = again;
    };
    again();
  });
}

/** A tap, a tap over it and words in the making, none of which reaches the disk. */
async function enterHeldUp({ author, page }: Sitting, words: string): Promise<void> {
  await holdDisk(page);
  await author.tap("ownership", 2);
  await author.tap("ownership", 4);
  await author.write("fix", words, { leave: false });
  await author.isTold("Writing…");
}

test("F09: reloaded, left and come back to, closed: what the disk had not taken yet is saved all the same", async ({
  sit,
}) => {
  const sitting = await sit();
  const { author, page, context, card } = sitting;
  await enterHeldUp(sitting, "Called them");
  await page.reload();
  await author.findsEverything();
  await author.isTold("Saved");

  await enterHeldUp(sitting, ", at once");
  await page.goto(new URL("/interviews", card.url).href);
  await page.goBack();
  await author.findsEverything();
  await author.isTold("Saved");

  await enterHeldUp(sitting, ", all of them");
  await page.close({ runBeforeUnload: true });
  const again = await context.newPage();
  await openCockpit(again, card);
  await author.at(again).findsEverything();
  await expect(again.getByRole("region", { name: "Entered on two devices" })).toHaveCount(0);
  await author.at(again).tap("noticing", 3);
  await author.at(again).isTold("Saved");
});

test.describe("with the worker", () => {
  test.use({ serviceWorkers: "allow" });

  test("F09: reloaded without a network while the disk is held up, it shows everything, and saves it later", async ({
    sit,
  }) => {
    const sitting = await sit();
    const { author, page, context } = sitting;
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      while (!navigator.serviceWorker.controller)
        await new Promise((look) =>
          navigator.serviceWorker.addEventListener("controllerchange", look, { once: true }),
        );
    });
    await author.tap("noticing", 3);
    await author.isTold("Saved");
    await context.setOffline(true);
    await enterHeldUp(sitting, "Called them");
    await page.reload();
    await author.findsEverything();
    await author.isTold("On this device");
    await context.setOffline(false);
    await author.tap("consequence", 3);
    await author.isTold("Saved");
  });
});
