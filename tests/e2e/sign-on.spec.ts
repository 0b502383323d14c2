import { join } from "node:path";
import type { Page } from "playwright/test";
import { withOrganization } from "@/db/context";
import { inviteMember } from "@/lib/services/members/invite-member";
import { linkIn, type MailCatcher, startMailCatcher } from "../support/mail-catcher";
import { type OpenIdProvider, startOpenIdProvider } from "../support/openid-provider";
import { test as base, expect } from "./fixtures";
import { type RunningWorld, startWorld } from "./world";

const PEOPLE = {
  nia: { email: "nia@example.com", verified: true, name: "Nia Novak" },
  mal: { email: "vic@example.com", verified: false, name: "Mal" },
  sly: { email: "nia@example.com", verified: true, name: "Sly" },
};

/** A world whose server signs people on through a real provider and a real mail server. */
const test = base.extend<
  object,
  { world: RunningWorld; mail: MailCatcher; outside: { provider?: OpenIdProvider } }
>({
  mail: [
    async ({ browserName: _ }, use) => {
      const mail = await startMailCatcher();
      await use(mail);
      await mail.stop();
    },
    { scope: "worker" },
  ],
  outside: [async ({ browserName: _ }, use) => use({}), { scope: "worker" }],
  world: [
    async ({ mail, outside }, use, worker) => {
      const world = await startWorld(join(worker.project.outputDir, `sign-on-${worker.workerIndex}.log`), {
        env: async (address) => {
          outside.provider = await startOpenIdProvider(address, PEOPLE);
          const { issuer, clientId, clientSecret } = outside.provider;
          return {
            AUTH_OIDC_ISSUER: issuer,
            AUTH_OIDC_ID: clientId,
            AUTH_OIDC_SECRET: clientSecret,
            AUTH_OIDC_NAME: "Company sign-on",
            SMTP_URL: mail.url,
            MAIL_FROM: "Plumbline <plumbline@example.com>",
            PLUMBLINE_DEMO: "",
          };
        },
      });
      await use(world);
      await world.end();
      await outside.provider?.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
});

async function invite(world: RunningWorld, name: string, email: string): Promise<void> {
  const { organization, memberId, roles } = await world.castMember("amos");
  const acting = { organization, member: { id: memberId, name: "Amos", roles }, now: new Date() };
  await withOrganization(world.database, acting, (ctx) =>
    inviteMember(ctx, { name, email, roles: ["interviewer"] }),
  );
}

async function signInAtCompany(page: Page, login: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in with Company sign-on" }).click();
  await page.getByPlaceholder("Enter any login").fill(login);
  await page.getByPlaceholder("and password").fill("any");
  await page.getByRole("button", { name: "Sign-in" }).click();
}

test.beforeEach(({ expectNoise }) => {
  // The provider's own form asks for a font and an icon that are not to be had here.
  expectNoise(/fonts\.googleapis\.com|favicon\.ico/);
});

test("Nia, invited by e-mail, comes in through the company's sign-on; another subject with her address does not", async ({
  page,
  browser,
  world,
}) => {
  await invite(world, "Nia Novak", "nia@example.com");
  await signInAtCompany(page, "nia");
  await expect(page.getByRole("heading", { level: 1, name: "Interviews" })).toBeVisible();

  const other = await browser.newPage({ baseURL: world.address });
  await signInAtCompany(other, "sly");
  await expect(other).toHaveURL(/\/sign-in/);
  await other.goto("/interviews");
  await expect(other).toHaveURL(/\/sign-in/);
  await other.close();
});

test("an address the provider does not vouch for takes up nobody's invitation", async ({ page, world }) => {
  await invite(world, "Vic Vale", "vic@example.com");
  await signInAtCompany(page, "mal");
  await expect(page).toHaveURL(/no-organization/);
});

/** The link that signs in, past an invitation that may have come first. */
async function signInLink(mail: MailCatcher, address: string): Promise<string> {
  for (;;) {
    const link = linkIn(await mail.next(address));
    if (link.includes("/callback/")) return link;
  }
}

test("a mail link signs Una in once, and never a second time", async ({ page, browser, world, mail }) => {
  await invite(world, "Una Ude", "una@example.com");
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill("una@example.com");
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page).toHaveURL(/check-mail/);
  const link = await signInLink(mail, "una@example.com");
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1, name: "Interviews" })).toBeVisible();

  const thief = await browser.newPage({ baseURL: world.address });
  await thief.goto(link);
  await expect(thief).toHaveURL(/\/sign-in\/error/);
  await thief.close();
});

test("without demo mode nobody is offered a click to come in, and asking for it finds nothing", async ({
  page,
  world,
}) => {
  await page.goto("/sign-in");
  await expect(page.getByRole("button", { name: "Send me a link" })).toBeVisible();
  await expect(page.getByRole("heading", { name: /Look around/ })).toHaveCount(0);
  const { memberId } = await world.castMember("amos");
  const answer = await page.request.post("/api/v1/demo-session", { data: { memberId } });
  expect(answer.status()).toBe(404);
});
