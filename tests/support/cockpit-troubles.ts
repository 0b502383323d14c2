import type { Page } from "playwright/test";
import { BUILD_HEADER } from "@/lib/client/new-version";
import { stateLine } from "./cockpit";
import { after, type CockpitState, complete, half, press } from "./cockpit-steps";
import type { OwnInterview } from "./interview";
import { sessionCookie } from "./session-cookie";

const unreachable = (page: Page) => page.getByText("Plumbline cannot be reached").filter({ visible: true });

/** Without a network, until somebody has been told so. */
async function loseNetwork(page: Page): Promise<void> {
  await page.context().setOffline(true);
  await press(page, "j", "2");
  await after(page, 20);
  await unreachable(page).first().waitFor();
}

/** One's own phone, meanwhile, says otherwise of these. */
async function disagree(page: Page, interview: OwnInterview, ...fields: ("consequence" | "fix")[]) {
  await half(page);
  await page.context().setOffline(true);
  for (const field of fields) {
    await press(page, "j", "2");
    await interview.saveElsewhere("Ada", field, 4);
  }
  await page.context().setOffline(false);
  await after(page, 5);
  await page.getByRole("region", { name: "Entered on two devices" }).waitFor();
  await stateLine(page, "Saved").waitFor();
}

/** The worker has every file and this page: from here on the network is not needed to open it again. */
async function keepFiles(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((claimed) => navigator.serviceWorker.addEventListener("controllerchange", claimed));
  });
}

/** What somebody sees when something is not as it should be, and nothing is lost. */
export const TROUBLES: readonly CockpitState[] = [
  {
    name: "offline",
    reach: async (page) => {
      await half(page);
      await loseNetwork(page);
    },
  },
  {
    name: "signed-out",
    reach: async (page) => {
      await half(page);
      await page.context().clearCookies();
      await press(page, "j", "2");
      await page.getByText("signed out").filter({ visible: true }).first().waitFor();
    },
  },
  {
    name: "other-member",
    reach: async (page, _, world) => {
      await half(page);
      await page.context().addCookies([sessionCookie(world, await world.startSession("ben"))]);
      await press(page, "j", "2");
      await page.getByRole("heading", { name: "Somebody else signed in on this browser" }).waitFor();
    },
  },
  {
    name: "only-in-this-tab",
    before: (page) =>
      page.addInitScript(() => {
        IDBFactory.prototype.open = () => {
          throw new DOMException("broken", "InvalidStateError");
        };
      }),
    reach: async (page) => {
      await half(page);
      await loseNetwork(page);
    },
  },
  {
    name: "nothing-kept",
    before: (page) =>
      page.addInitScript(() => {
        IDBFactory.prototype.open = () => {
          throw new DOMException("broken", "InvalidStateError");
        };
      }),
    reach: half,
  },
  {
    name: "refused",
    reach: async (page) => {
      await half(page);
      const problem = { code: "INVALID", message: "This rubric version has no such dimension", details: {} };
      await page.route("**/operations", (route) => route.fulfill({ status: 422, json: { problem } }));
      await press(page, "j", "2");
      await stateLine(page, "Not all saved").waitFor();
    },
  },
  {
    name: "conflict",
    reach: (page, interview) => disagree(page, interview, "consequence"),
  },
  {
    name: "conflicts",
    reach: (page, interview) => disagree(page, interview, "consequence", "fix"),
  },
  {
    name: "away",
    reach: async (page) => {
      await half(page);
      await page.clock.fastForward("01:32:00");
      await after(page, 2);
    },
  },
  {
    name: "new-version",
    reach: async (page) => {
      await half(page);
      await page.route("**/operations", async (route) => {
        const response = await route.fetch();
        await route.fulfill({
          response,
          headers: { ...response.headers(), [BUILD_HEADER]: "the next build" },
        });
      });
      await press(page, "j", "2");
      await page.getByText("New version").waitFor();
      await stateLine(page, "Saved").waitFor();
    },
  },
  {
    name: "not-yet-submitted",
    reach: async (page) => {
      await complete(page);
      await page.context().setOffline(true);
      await press(page, "Control+Enter");
      await page.getByRole("button", { name: "Submit now" }).filter({ visible: true }).click();
      await page.getByText("Not submitted yet.").filter({ visible: true }).waitFor();
    },
  },
  {
    name: "reopened-offline",
    reach: async (page) => {
      await half(page);
      await keepFiles(page);
      await page.context().setOffline(true);
      await page.reload();
      await page.getByRole("region", { name: "Ownership", exact: true }).waitFor();
      await after(page, 20);
      await press(page, "j", "2");
      await unreachable(page).first().waitFor();
    },
  },
  {
    name: "kept-on-this-device",
    reach: async (page) => {
      await half(page);
      await keepFiles(page);
      await page.context().setOffline(true);
      await page.goto(new URL("/settings", page.url()).href);
      await page.getByRole("heading", { name: "Kept on this device" }).waitFor();
    },
  },
];
