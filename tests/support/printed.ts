import type { Page } from "playwright/test";

/** How many sheets of paper the page takes. */
export async function pagesPrinted(page: Page): Promise<number> {
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  return paper.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}
