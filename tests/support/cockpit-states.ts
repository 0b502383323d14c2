import type { Page } from "playwright/test";
import type { RunningWorld } from "../e2e/world";
import { layOutInterview, type OwnInterview } from "./interview";

/** One state of the cockpit, and how a person gets there from an empty scorecard. */
export interface CockpitState {
  name: string;
  reach: (page: Page, interview: OwnInterview) => Promise<void>;
}

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const after = (page: Page, seconds: number) => page.clock.runFor(seconds * 1_000);
const note = async (page: Page, text: string) => {
  await press(page, "n");
  await page.keyboard.insertText(text);
  await press(page, "Escape");
};

/** Half an answer: two rows rated, two beats behind, in the middle of the third. */
async function half(page: Page): Promise<void> {
  await press(page, "t");
  await after(page, 13);
  await press(page, "t");
  await after(page, 8);
  await press(page, "t");
  await after(page, 10);
  await note(page, "“I ran it against production. Wrong tab, my hands.”");
  await press(page, "4");
  await after(page, 21);
  await press(page, "t", "j");
  await after(page, 10);
  await note(page, "Half a minute; paged the lead before opening the backups");
  await press(page, "5");
  await after(page, 12);
}

async function complete(page: Page): Promise<void> {
  await half(page);
  await press(page, "t", "j", "4");
  await note(page, "4 minutes of writes, 212 orders, none paid twice");
  await after(page, 24);
  await press(page, "j", "3", "t");
  await after(page, 6);
  await press(page, "t", "j", "3", "j", "3");
}

/** Every state that a cockpit can be in while its seat is open, and the one after. */
export const STATES: readonly CockpitState[] = [
  { name: "empty", reach: (page) => after(page, 1) },
  { name: "half", reach: (page) => half(page) },
  {
    name: "probing",
    reach: async (page) => {
      await half(page);
      await press(page, "j", "p");
      await after(page, 7);
    },
  },
  { name: "complete", reach: (page) => complete(page) },
  {
    name: "trap",
    reach: async (page) => {
      await half(page);
      await press(page, "x", "1", "x", "4", "a");
    },
  },
  {
    name: "offline",
    reach: async (page) => {
      await half(page);
      await page.context().setOffline(true);
      await press(page, "j", "2");
      await after(page, 20);
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
    name: "conflict",
    reach: async (page, interview) => {
      await half(page);
      await page.context().setOffline(true);
      await press(page, "j", "2");
      await interview.saveElsewhere("Ada", "consequence", 4);
      await page.context().setOffline(false);
      await after(page, 5);
      await page.getByRole("region", { name: "Entered on two devices" }).waitFor();
    },
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
    name: "counting",
    reach: async (page) => {
      await complete(page);
      await press(page, "h", "Control+Enter");
      await after(page, 2);
    },
  },
  {
    name: "submitted",
    reach: async (page, interview) => {
      await interview.submitAs("Ben", [3, 4, 4, 2, 1]);
      await complete(page);
      await press(page, "Control+Enter");
      await page.getByRole("button", { name: "Submit now" }).click();
      await page.getByRole("region", { name: "Your scorecard", exact: true }).waitFor();
    },
  },
];

let openings = 0;
/** Titles of openings are theirs alone. */
function opening(): string {
  openings += 1;
  return `Backend engineer, team ${openings}`;
}

/** Opens a fresh interview of Ada's and brings it into one state. */
export async function reachState(page: Page, world: RunningWorld, state: CockpitState): Promise<void> {
  const interview = await layOutInterview(world, "Mira Okafor", ["Ada", "Ben", "Chidi"], opening());
  await page.clock.install();
  await page.goto(interview.path);
  await page.getByRole("region", { name: "Ownership", exact: true }).getByRole("group").focus();
  await state.reach(page, interview);
}
