import { expect, type Locator, type Page } from "playwright/test";

/** One row of the cockpit, by its name. */
export const row = (page: Page, dimension: string) =>
  page.getByRole("region", { name: dimension, exact: true });

/** One cell of a row, by what is printed in it. */
export const cell = (page: Page, dimension: string, mark: string) =>
  row(page, dimension).getByRole("radio", { name: new RegExp(`^${mark.replace("+", "\\+")}:`) });

/** The state line, saying exactly this. */
export const stateLine = (page: Page, words: string) =>
  page.getByRole("status").filter({ hasText: new RegExp(`^${words}$`) });

/** The cockpit is ready for keys once its first row has taken the focus. */
export async function openCockpit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(row(page, "Ownership").getByRole("group")).toBeFocused();
}

export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** More stops than any page here has. */
const STOPS = 120;

/** Tabs on until something has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let stop = 0; stop < STOPS; stop += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(wanted).toBeFocused();
}

/** Five ratings and a recommendation, none of them at an end that wants evidence. */
export const COMPLETE = ["4", "j", "3", "j", "2", "j", "4", "j", "3", "r", "3"];
