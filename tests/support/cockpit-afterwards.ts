import type { Page } from "playwright/test";
import { after, type CockpitState, complete, half, press } from "./cockpit-steps";

async function submit(page: Page): Promise<void> {
  await complete(page);
  await press(page, "Control+Enter");
  await page.getByRole("button", { name: "Submit now" }).filter({ visible: true }).click();
  await page.getByRole("region", { name: "Your scorecard", exact: true }).waitFor();
}

/** Of the scorecard just submitted: the row of the fix said otherwise, up to the last press. */
async function amendFix(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Amend Fix" }).click();
  const form = page.getByRole("form", { name: "Amend Fix" });
  await form.getByRole("radio", { name: /^4:/ }).click();
  await form.getByLabel("Why, in one line").fill("Ben heard the lock on the shell, and I was writing");
}

/** From the press on submit to second thoughts. */
export const AFTERWARDS: readonly CockpitState[] = [
  {
    name: "counting",
    reach: async (page) => {
      await complete(page);
      await press(page, "Control+Enter");
      await after(page, 2);
    },
  },
  { name: "first-submitted", reach: submit },
  {
    name: "submitted",
    reach: async (page, interview) => {
      await interview.submitAs("Ben", [3, 4, 4, 2, 1]);
      await submit(page);
    },
  },
  {
    name: "all-submitted",
    reach: async (page, interview) => {
      await interview.submitAs("Ben", [3, 4, 4, 2, 1]);
      await interview.submitAs("Chidi", [4, 5, 2, 3, -1]);
      await submit(page);
    },
  },
  {
    name: "amending",
    reach: async (page, interview) => {
      await interview.submitAs("Ben", [3, 4, 4, 2, 1]);
      await submit(page);
      await amendFix(page);
    },
  },
  {
    name: "amended",
    reach: async (page) => {
      await submit(page);
      await amendFix(page);
      await page.getByRole("button", { name: "Save amendment" }).click();
      await page.getByRole("list", { name: "Amendments" }).waitFor();
    },
  },
  {
    name: "late",
    reach: async (page, interview) => {
      await half(page);
      await page.context().setOffline(true);
      await press(page, "j", "2", "n");
      await page.keyboard.insertText("Said it again in the lobby");
      await press(page, "Escape");
      await interview.submitAs("Ada", [4, 5, 4, 3, 0]);
      await page.context().setOffline(false);
      await after(page, 5);
      await page
        .getByRole("heading", { name: "Entered on this device, not in the submitted scorecard" })
        .waitFor();
    },
  },
];
