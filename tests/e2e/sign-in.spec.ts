import { expect, test } from "./fixtures";

test("a stranger who opens a signed-in page is asked to sign in", async ({ page }) => {
  await page.goto("/settings");
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("Ada, signed in, sees her own desk", async ({ page, signInAs }) => {
  await signInAs("Ada");
  await page.goto("/interviews");
  await expect(page).toHaveURL(/\/interviews/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});
