import { expect, type Locator, type Page } from "playwright/test";

/** Presses a key that opens something, again if need be: a page that has just come may not listen yet. */
export async function pressToOpen(page: Page, key: string, opened: Locator): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key);
    await expect(opened).toBeVisible({ timeout: 1_000 });
  }).toPass();
}
