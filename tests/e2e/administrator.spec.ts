import { expect, test } from "./fixtures";

test("Amos invites Noa, who then stands among the members, and the audit says so", async ({
  page,
  signInAs,
}) => {
  await signInAs("amos");
  await page.goto("/settings/members");
  await page.getByLabel("Name").fill("Noa Berger");
  await page.getByLabel("E-mail").fill("not an address");
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  await expect(page.getByText("Write an e-mail address such as ada@example.com")).toBeVisible();

  await page.getByLabel("E-mail").fill("noa.berger@example.com");
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  const noa = page.getByRole("row", { name: /Noa Berger/ });
  await expect(noa.getByText("Invited, not here yet")).toBeVisible();
  await expect(noa.getByRole("checkbox", { name: "Interviewer" })).toBeChecked();
  await expect(noa.getByRole("checkbox", { name: "Recruiter" })).not.toBeChecked();

  await page.goto("/settings/audit");
  const latest = page.getByRole("row").nth(1);
  await expect(latest).toContainText("Amos Whitfield invited a member");
  await expect(page.getByText(/The chain is whole: all \d+ records verify/)).toBeVisible();
});

test("an address that is a member already is refused beside its field", async ({
  page,
  signInAs,
  expectNoise,
}) => {
  expectNoise(/409/);
  await signInAs("amos");
  await page.goto("/settings/members");
  const email = await page
    .getByRole("row", { name: /Ada Lindgren/ })
    .getByText("@")
    .innerText();
  await page.getByLabel("Name").fill("Another Ada");
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  await expect(page.getByLabel("E-mail")).toHaveAccessibleDescription(/is a member already/);
});

test("Hugo becomes a recruiter, finds the candidates, and Undo takes it back", async ({
  page,
  signInAs,
  browserOf,
}) => {
  const hugo = await browserOf("hugo");
  const rail = hugo.getByRole("navigation", { name: "Main" });
  await hugo.goto("/interviews");
  await expect(rail.getByRole("link", { name: "Rubric" })).toBeVisible();
  await expect(rail.getByRole("link", { name: "Candidates" })).toHaveCount(0);

  await signInAs("amos");
  await page.goto("/settings/members");
  const row = page.getByRole("row", { name: /Hugo Marchand/ });
  await row.getByRole("checkbox", { name: "Recruiter" }).check();
  await expect(page.getByText("Hugo Marchand is now interviewer, recruiter")).toBeVisible();
  await hugo.reload();
  await rail.getByRole("link", { name: "Candidates" }).click();
  await expect(hugo).toHaveURL(/\/candidates/);

  await page.getByRole("button", { name: "Undo" }).click();
  await expect(row.getByRole("checkbox", { name: "Recruiter" })).not.toBeChecked();
  // Shown at once; the server has it when it can be changed again.
  await expect(row.getByRole("checkbox", { name: "Recruiter" })).toBeEnabled();
  await hugo.goto("/interviews");
  await expect(rail.getByRole("link", { name: "Rubric" })).toBeVisible();
  await expect(rail.getByRole("link", { name: "Candidates" })).toHaveCount(0);
});

test("Chidi is deactivated and refused at the very next request, then let in again", async ({
  page,
  signInAs,
  browserOf,
}) => {
  const chidi = await browserOf("chidi");
  await chidi.goto("/interviews");
  await expect(chidi).toHaveURL(/\/interviews$/);
  expect((await chidi.request.get("/api/v1/me")).status()).toBe(200);

  await signInAs("amos");
  await page.goto("/settings/members");
  await page.getByRole("button", { name: "Deactivate Chidi Eze" }).click();
  await expect(page.getByRole("row", { name: /Chidi Eze/ }).getByText("Deactivated")).toBeVisible();

  // The session is over, not only the membership: whoever is let in again signs in again.
  expect((await chidi.request.get("/api/v1/me")).status()).toBe(401);
  await chidi.goto("/interviews");
  await expect(chidi).toHaveURL(/\/sign-in$/);

  await page.getByRole("button", { name: "Reactivate Chidi Eze" }).click();
  await expect(page.getByRole("button", { name: "Deactivate Chidi Eze" })).toBeVisible();
  const again = await browserOf("chidi");
  await again.goto("/interviews");
  await expect(again).toHaveURL(/\/interviews$/);
});

test("somebody must stay administrator, and Amos is told so", async ({ page, signInAs, expectNoise }) => {
  expectNoise(/409/);
  await signInAs("amos");
  await page.goto("/settings/members");
  const row = page.getByRole("row", { name: /Amos Whitfield/ });
  await row.getByRole("checkbox", { name: "Interviewer" }).check();
  await expect(page.getByText("Amos Whitfield is now interviewer, administrator")).toBeVisible();
  await row.getByRole("checkbox", { name: "Administrator" }).click();
  await expect(page.getByText(/Somebody must stay administrator/)).toBeVisible();
  await expect(row.getByRole("checkbox", { name: "Administrator" })).toBeChecked();
});

test("Amos brings a file in: problems line by line, then a preview, then all of it, once", async ({
  page,
  signInAs,
  browserOf,
}) => {
  await signInAs("amos");
  await page.goto("/settings/import");
  const paste = page.getByLabel("Or paste it");
  const rows = [
    "candidate,rater,dimension,score,evidence",
    "Wanda Import,Paula Import,ownership,4,",
    "Wanda Import,Paula Import,noticing,5,Told the lead within a minute",
    "Wanda Import,Paula Import,consequence,3,",
    "Wanda Import,Paula Import,fix,4,",
    "Wanda Import,Paula Import,calibration,0,",
  ];
  await page.getByLabel("Opening").fill("Imported opening");
  await paste.fill(rows.join("\n").replace("ownership,4", "ownership,9"));
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByRole("heading", { name: "1 line needs mending first" })).toBeVisible();
  await expect(page.getByRole("row", { name: /^2 .*no score of ownership/ })).toBeVisible();
  await expect(page.getByRole("button", { name: "Bring it in" })).toHaveCount(0);

  await paste.fill(rows.join("\n"));
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(
    page.getByRole("heading", {
      name: "This would bring in 1 opening, 1 candidate, 1 interviewer, 1 interview, 1 scorecard and 5 ratings",
    }),
  ).toBeVisible();
  await page.getByRole("button", { name: "Bring it in" }).click();
  await expect(page.getByRole("alert").getByText(/^Brought in: 1 opening, 1 candidate/)).toBeVisible();

  const rosa = await browserOf("rosa");
  await rosa.goto("/settings/import");
  await rosa.getByLabel("Opening").fill("Imported opening");
  await rosa.getByLabel("Or paste it").fill(rows.join("\n"));
  await rosa.getByRole("button", { name: "Preview" }).click();
  await expect(rosa.getByRole("heading", { name: "Nothing new in this file" })).toBeVisible();

  await page.goto("/settings/audit");
  await expect(page.getByRole("row", { name: /Amos Whitfield brought a file in/ })).toBeVisible();
});

test("Rosa recruits: no page of members or audit, neither in the rail nor by its address", async ({
  page,
  signInAs,
  expectNoise,
}) => {
  expectNoise(/404/);
  await signInAs("rosa");
  await page.goto("/settings");
  const tabs = page.getByRole("navigation", { name: "Settings" });
  await expect(tabs.getByRole("link", { name: "Import" })).toBeVisible();
  await expect(tabs.getByRole("link", { name: "Members" })).toHaveCount(0);
  for (const path of ["/settings/members", "/settings/audit"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: "Nothing here for you" })).toBeVisible();
  }
});
