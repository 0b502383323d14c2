import { expect, type Page } from "playwright/test";

/** The words come with the page; the keys are heard once the focus has come. */
export async function boardReady(page: Page): Promise<void> {
  const board = page.getByRole("region", { name: /^Your practice scorecard/ });
  await board.and(page.locator(":focus-within")).waitFor();
}

/** Marks the whole board by its keys, with evidence for each mark. */
export async function scoreByKeys(page: Page, presses: readonly number[]): Promise<void> {
  await boardReady(page);
  for (const [place, press] of presses.entries()) {
    await page.keyboard.press(String(press));
    await page.keyboard.press("n");
    await page.keyboard.type(`heard ${place}`);
    await page.keyboard.press("Escape");
    if (place < presses.length - 1) await page.keyboard.press("ArrowDown");
  }
}

/** Recommends and submits, without waiting for the ten seconds of undo. */
export async function handIn(page: Page, recommendation: string): Promise<void> {
  const verdict = page.getByRole("region", { name: /^Recommendation/ });
  await verdict.getByRole("radio", { name: recommendation, exact: true }).check({ force: true });
  await page.getByRole("button", { name: "Submit scorecard" }).click();
  await page.getByRole("button", { name: "Submit now" }).click();
}

/** Begins a live round on an answer; answers the link that others join by. */
export async function beginRound(page: Page, answerKey: string): Promise<string> {
  await page.goto("/practice/rounds");
  await page.getByRole("combobox", { name: "Answer" }).selectOption(answerKey);
  await page.getByRole("button", { name: "Begin a round" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nobody has joined yet");
  return page.url();
}

/** Takes a place in a round, and stands before its scorecard. */
export async function joinRound(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole("button", { name: "Join and score" }).click();
  await expect(page.getByRole("region", { name: /^Your practice scorecard/ })).toBeVisible();
}
