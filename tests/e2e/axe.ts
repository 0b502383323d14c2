import axe, { type AxeResults, type RunOptions } from "axe-core";
import type { Page } from "playwright/test";

/** What passes need not be described, and our style sheets are already here. */
const ONLY_VIOLATIONS: RunOptions = { resultTypes: ["violations"], preload: false };
/** Those of axe's rules for WCAG A and AA that look at colours. */
const COLOUR: RunOptions = {
  ...ONLY_VIOLATIONS,
  runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] },
};

/**
 * What axe finds, one line a rule and element; empty when it finds nothing. Our pages have no frames, so axe runs in the
 * page itself, and comes there once: axe's own package for Playwright brings it anew at each look, which took longer
 * than looking.
 */
export async function violations(page: Page, rules: "all" | "colour" = "all"): Promise<string[]> {
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(axe.source);
  const options = JSON.stringify(rules === "all" ? ONLY_VIOLATIONS : COLOUR);
  const found = await page.evaluate<AxeResults>(`axe.run(document, ${options})`);
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help} (${target.join(" ")})`),
  );
}
