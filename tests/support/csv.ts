import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { expect, type Locator, type Page } from "playwright/test";

/** The body rows of a table, as their cells read. */
export async function shownRows(table: Locator): Promise<string[][]> {
  const rows = table.locator("tbody").getByRole("row");
  await expect(rows.first()).toBeVisible();
  return rows.evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent ?? "")));
}

/** The rows of the file behind a CSV button, or an entry of a menu, printed the way the screen prints them. */
export async function downloadedRows(page: Page, button: string | Locator): Promise<string[][]> {
  const control = typeof button === "string" ? page.getByRole("button", { name: button }) : button;
  const [download] = await Promise.all([page.waitForEvent("download"), control.click()]);
  const rows: string[][] = parse(readFileSync(await download.path()), { bom: true });
  return rows.slice(1).map((cells) => cells.map((cell) => (cell === "" ? "–" : cell.replace(/^-/, "−"))));
}
