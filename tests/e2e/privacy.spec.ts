import type { Page } from "playwright/test";
import { stateLine } from "../support/cockpit";
import { layOutInterview } from "../support/interview";
import { expect, test } from "./fixtures";

test("Amos holds, then erases a candidate by typing the name; Ada's open card and her device forget them", async ({
  page,
  signInAs,
  browserOf,
  world,
  expectNoise,
}) => {
  // Ada's page asks for an interview that is gone.
  expectNoise(/404/);
  const candidate = "Wanda Quill";
  const { path } = await layOutInterview(world, candidate, ["ada", "ben"], "Night porter");
  const ada = await browserOf("ada");
  await ada.goto(path);
  await ada.getByRole("textbox", { name: "Evidence for Ownership" }).fill("She called the customer at once");
  await expect(stateLine(ada, "Saved")).toBeVisible();

  await signInAs("amos");
  await page.goto("/settings/privacy");
  await page.getByLabel("Name or e-mail").fill("wanda");
  await page.getByRole("button", { name: "Find", exact: true }).click();
  await page.getByRole("link", { name: candidate }).click();
  await page.getByLabel("Because of").selectOption("dispute");
  await page.getByRole("button", { name: "Place a hold" }).click();
  await expect(page.getByRole("button", { name: "Erase this candidate" })).toBeDisabled();
  await page.getByRole("button", { name: "Lift the hold" }).click();

  await page.getByRole("button", { name: "Erase this candidate" }).click();
  const dialog = page.getByRole("dialog", { name: "Erase this candidate?" });
  await dialog.getByLabel(`Type ${candidate}`).fill("Wanda");
  await dialog.getByRole("button", { name: "Erase for good" }).click();
  await expect(dialog.getByText("The name does not match")).toBeVisible();
  await dialog.getByLabel(`Type ${candidate}`).fill("wanda quill");
  await dialog.getByRole("button", { name: "Erase for good" }).click();
  await expect(page.getByText(/^Erased on/)).toBeVisible();
  await expect(page.getByText(candidate)).toHaveCount(0);

  // Ada's page looks every few seconds what became of its interview.
  await ada.waitForURL("**/interviews", { timeout: 60_000 });
  await expect(ada.getByText(candidate)).toHaveCount(0);
  expect(await keptCards(ada)).toBe(0);
});

/** How many scorecards this browser's own store holds. */
function keptCards(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open("plumbline");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const counting = opening.result.transaction("cards").objectStore("cards").count();
          counting.onerror = () => reject(counting.error);
          counting.onsuccess = () => resolve(counting.result);
        };
      }),
  );
}
