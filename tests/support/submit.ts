import { expect, type Page } from "playwright/test";
import { RUBRIC_ID } from "@/db/seed/people";
import { completeCard, tab } from "./operations";

/** Scores and submits through the one door, as the cockpit does. */
export async function submitAs(page: Page, scorecardId: string): Promise<void> {
  const operation = tab(RUBRIC_ID);
  const operations = completeCard([3, 3, 3, 3, 0]).map((change) => operation(change));
  const saved = await page.request.post(`/api/v1/scorecards/${scorecardId}/operations`, {
    data: { operations },
  });
  expect(saved.ok()).toBe(true);
  const submitted = await page.request.post(`/api/v1/scorecards/${scorecardId}/submission`, { data: {} });
  expect(submitted.ok()).toBe(true);
}
