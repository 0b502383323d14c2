import type { Page } from "playwright/test";
import type { RunningWorld } from "../e2e/world";
import { AFTERWARDS } from "./cockpit-afterwards";
import { after, type CockpitState, complete, half, note, press, saved } from "./cockpit-steps";
import { TROUBLES } from "./cockpit-troubles";
import { layOutInterview } from "./interview";

/** Notes longer than the row that holds them, and more than one in a row. */
async function crowd(page: Page): Promise<void> {
  await half(page);
  await note(
    page,
    "Then rang the two customers it had reached, before support did, and wrote down what she told each",
  );
  await press(page, "j", "5");
  await note(
    page,
    "4 minutes of writes, 212 orders, none paid twice, one refund of 40 euros by hand the same evening",
  );
  await press(page, "j", "1");
  await saved(page);
}

/** What a cockpit looks like while all goes well. */
const ORDINARY: readonly CockpitState[] = [
  {
    name: "empty",
    reach: async (page) => {
      await after(page, 1);
      await saved(page);
    },
  },
  { name: "half", reach: half },
  {
    name: "probing",
    reach: async (page) => {
      await half(page);
      await press(page, "j", "p");
      await after(page, 7);
      await saved(page);
    },
  },
  { name: "complete", reach: complete },
  { name: "crowded", candidate: "Maximiliane-Charlotte von Oettingen-Wallerstein", reach: crowd },
  {
    name: "trap",
    reach: async (page) => {
      await half(page);
      await press(page, "x", "1", "x", "4", "a");
      await saved(page);
    },
  },
  {
    name: "left",
    reach: async (page) => {
      await half(page);
      await press(page, "x", "4", "Control+Enter");
      await saved(page);
      const left = page.getByRole("button", { name: /things? left$/ }).filter({ visible: true });
      await left.click();
    },
  },
  {
    name: "blurred",
    reach: async (page) => {
      await half(page);
      await press(page, "h");
    },
  },
  {
    name: "no-timer",
    reach: async (page) => {
      await half(page);
      await page.getByRole("button", { name: "Hide the timer" }).click();
    },
  },
  {
    name: "from-paper",
    reach: async (page) => {
      await half(page);
      await page.getByRole("button", { name: "Paper form" }).click();
      await page.getByLabel("Scored on paper at").fill("2026-01-15T09:30");
      await saved(page);
    },
  },
  {
    name: "other-keys",
    before: (page) =>
      page.addInitScript(() =>
        localStorage.setItem("plumbline.keys", JSON.stringify({ beat: "b", probe: "q" })),
      ),
    reach: async (page) => {
      await press(page, "?");
      await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
    },
  },
  {
    name: "no-single-keys",
    before: (page) => page.addInitScript(() => localStorage.setItem("plumbline.shortcuts", "off")),
    reach: (page) => after(page, 1),
  },
  {
    name: "palette",
    reach: async (page) => {
      await press(page, "Control+k");
      await page.getByRole("dialog", { name: "Go to" }).waitFor();
    },
  },
];

/** Every state that a cockpit can be in while its seat is open, and those after. */
export const STATES: readonly CockpitState[] = [...ORDINARY, ...TROUBLES, ...AFTERWARDS];

let openings = 0;
/** Titles of openings are theirs alone. */
function opening(): string {
  openings += 1;
  return `Backend engineer, team ${openings}`;
}

/** Opens a fresh interview of Ada's and brings it into one state. */
export async function reachState(page: Page, world: RunningWorld, state: CockpitState): Promise<void> {
  const candidate = state.candidate ?? "Mira Okafor";
  const interview = await layOutInterview(world, candidate, ["Ada", "Ben", "Chidi"], opening());
  await page.clock.install();
  await state.before?.(page, interview);
  await page.goto(interview.path);
  await page.getByRole("region", { name: "Ownership", exact: true }).getByRole("group").focus();
  // The store opens in its own time: minutes that pass on the page's clock meanwhile would be too long for it.
  await page.getByText("Opening…", { exact: true }).waitFor({ state: "hidden" });
  await state.reach(page, interview, world);
}
