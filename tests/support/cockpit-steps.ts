import type { Page } from "playwright/test";
import type { RunningWorld } from "../e2e/world";
import { stateLine } from "./cockpit";
import type { OwnInterview } from "./interview";

/** One state of the cockpit, and how a person gets there from an empty scorecard. */
export interface CockpitState {
  name: string;
  candidate?: string;
  /** What is so before the page is opened. */
  before?: (page: Page, interview: OwnInterview) => Promise<unknown>;
  reach: (page: Page, interview: OwnInterview, world: RunningWorld) => Promise<unknown>;
}

export const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
export const after = (page: Page, seconds: number) => page.clock.runFor(seconds * 1_000);
export const note = async (page: Page, text: string) => {
  await press(page, "n");
  await page.keyboard.insertText(text);
  await press(page, "Escape");
};
export const saved = (page: Page) => stateLine(page, "Saved").waitFor();

/** Half an answer: two rows rated, two beats behind, in the middle of the third. */
export async function half(page: Page): Promise<void> {
  await press(page, "t");
  await after(page, 13);
  await press(page, "t");
  await after(page, 8);
  await press(page, "t");
  await after(page, 10);
  await note(page, "“I ran it against production. Wrong tab, my hands.”");
  await press(page, "4");
  await after(page, 21);
  await press(page, "t", "j");
  await after(page, 10);
  await note(page, "Half a minute; paged the lead before opening the backups");
  await press(page, "5");
  await after(page, 12);
  await saved(page);
}

/** All that a submission wants, and the answer timed to its end. */
export async function complete(page: Page): Promise<void> {
  await half(page);
  await press(page, "t", "j", "4");
  await note(page, "4 minutes of writes, 212 orders, none paid twice");
  await after(page, 24);
  await press(page, "j", "3", "t");
  await after(page, 6);
  await press(page, "t", "j", "3", "j", "3");
  await saved(page);
}
