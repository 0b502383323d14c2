import { pressToOpen } from "../support/keys";
import { expect, test } from "./fixtures";

test("Rosa finds a candidate by a few letters, and a page by its name", async ({ page, signInAs }) => {
  await signInAs("rosa");
  await page.goto("/candidates");
  const palette = page.getByRole("dialog", { name: "Go to" });
  await pressToOpen(page, "Control+k", palette);
  const people = palette.getByRole("group", { name: "Candidates" });
  const [name = ""] = (await people.getByRole("option").first().innerText()).split("\n");
  await page.keyboard.type(name.toLowerCase().slice(0, 4));
  await people.getByRole("option", { name }).click();
  await expect(page).toHaveURL(/\/candidates\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);

  await page.keyboard.press("Control+k");
  await page.keyboard.type("fold map");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/rubric$/);
  await expect(page.getByRole("heading", { level: 1, name: /^Rubric/ })).toBeVisible();
});

test("Ada switches shortcuts of one key off, and ? does nothing any more", async ({ page, signInAs }) => {
  await signInAs("ada");
  await page.goto("/settings");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await pressToOpen(page, "?", sheet);
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();

  await page.getByRole("switch", { name: "Shortcuts of one key" }).uncheck();
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("?");
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog", { name: "Go to" })).toBeVisible();
  await expect(sheet).toBeHidden();
});

test("Ada chooses the dark theme and finds it again on the next page", async ({ page, signInAs }) => {
  await signInAs("ada");
  await page.goto("/settings");
  await page.getByRole("radio", { name: "Dark" }).check();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.goto("/rubric");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("by keyboard, the first stop of a page skips the rail", async ({ page, signInAs }) => {
  await signInAs("ada");
  await page.goto("/rubric");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the page" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

test("Ada signs out, and her pages ask for a sign-in", async ({ page, signInAs }) => {
  await signInAs("ada");
  await page.goto("/interviews");
  await page.getByRole("button", { name: /^Account: Ada/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.goto("/interviews");
  await expect(page).toHaveURL(/\/sign-in$/);
});

test("a stranger becomes Lena with one click and lands on the panels", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: /^Lena/ }).click();
  await expect(page).toHaveURL(/\/panels/);
});
