import type { Page } from "playwright/test";
import { BEAT_LABEL } from "@/lib/domain/labels";
import { PRACTICE_ANSWERS } from "@/lib/practice/index";
import { beginRound, handIn, joinRound, scoreByKeys } from "@/tests/support/practice";
import { expect, test } from "./fixtures";

test("Ada scores a short answer blind on the board, then reads the gap and the words that earned each mark", async ({
  page,
  signInAs,
}) => {
  await signInAs("ada");
  await page.goto("/practice");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    `You have scored 6 of ${PRACTICE_ANSWERS.length} answers`,
  );
  await page.getByRole("link", { name: "Score: The wrong phase" }).click();
  const board = page.getByRole("region", { name: "Your practice scorecard for The wrong phase" });
  await expect(board.getByRole("region", { name: "The answer" })).toContainText("Start the timer");
  // The words come with the page; the keys are heard once the focus has come.
  await expect(board.and(page.locator(":focus-within"))).toBeVisible();
  await page.keyboard.press("t");
  await expect(board.getByRole("region", { name: "The answer" })).toContainText("I connected");
  expect(await page.content()).not.toContain("First sentence, first person");

  await scoreByKeys(page, [5, 3, 3, 3, 3]);
  await page.reload();
  await expect(board.getByRole("radio", { name: /^5: Opens with/ })).toBeChecked();
  await handIn(page, "yes");

  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "4 of 5 the same as the reference, 4 within one point",
  );
  const noticing = page.getByRole("region", { name: "Moment of noticing" });
  await expect(noticing).toContainText("2 points below the reference");
  await expect(noticing).toContainText("“I phoned the control room before I came out of the shaft”");
  await page.getByRole("radio", { name: "Moment of noticing" }).check({ force: true });
  await expect(page.getByRole("region", { name: "What was said" }).locator("mark")).toHaveText([
    "two seconds",
    "I phoned the control room before I came out of the shaft",
  ]);

  await page.goto("/practice/progress");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("7 of 8 answers scored");
  await page.getByRole("button", { name: /^Table: How far/ }).click();
  await expect(page.getByRole("row", { name: /The wrong phase/ })).toContainText("5");
});

test("an answer chosen by its trap is kept and not counted; the list itself never says a trap", async ({
  page,
  signInAs,
}) => {
  await signInAs("ben");
  await page.goto("/practice");
  expect(await page.content()).not.toContain("Fake mistake</p>");
  await page.getByRole("combobox", { name: "Trap" }).selectOption({ label: "Fake mistake" });
  await expect(page.getByRole("list", { name: "Practice answers" }).getByRole("listitem")).toHaveCount(3);
  await expect(page.getByText("so you know half the answer")).toBeVisible();
  await page.getByRole("link", { name: "Score: Four nights" }).click();
  await scoreByKeys(page, [1, 2, 2, 1, 3]);
  await handIn(page, "no");
  await expect(page.getByText("Not counted: it was not new to you")).toBeVisible();
  await expect(page.getByRole("region", { name: "Traps" })).toContainText("you did not flag it");
});

test("Lena sees who is ready by name, and changes the rule", async ({ page, signInAs }) => {
  await signInAs("lena");
  await page.goto("/practice/team");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("interviewers are ready");
  await page.getByLabel("Latest answers read").fill("5");
  await page.getByRole("button", { name: "Change the rule" }).click();
  await expect(page.getByText("Over the latest 5 answers")).toBeVisible();
});

test("a live round: Lena leads, Ada, Ben and Chidi score at once; Ben loses the network in the middle and nothing is lost", async ({
  page,
  signInAs,
  browserOf,
  expectNoise,
}) => {
  expectNoise(/ERR_INTERNET_DISCONNECTED|Failed to fetch|net::ERR/);
  await signInAs("lena");
  const link = await beginRound(page, "extra-zero");
  const [ada, ben, chidi] = [await browserOf("ada"), await browserOf("ben"), await browserOf("chidi")];
  for (const one of [ada, ben, chidi]) await joinRound(one, link);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("0 of 3 have scored");

  await scoreByKeys(ada, [5, 5, 5, 3, 3]);
  await handIn(ada, "yes");
  await expect(ada.getByText("Yours is in.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("1 of 3 have scored");

  await scoreByKeys(ben, [5, 1, 4, 3, 3]);
  await ben.context().setOffline(true);
  await handIn(ben, "no");
  await expect(ben.getByText(/Not submitted yet/).filter({ visible: true })).toBeVisible();
  await scoreByKeys(chidi, [4, 5, 5, 5, 4]);
  await handIn(chidi, "yes");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("2 of 3 have scored");
  // Before the reveal nobody's page holds anybody else's marks or the reference.
  for (const one of [ada, chidi]) expect(await one.content()).not.toContain("as tidy in the telling");

  await ben.context().setOffline(false);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("3 of 3 have scored", { timeout: 30_000 });
  await page.getByRole("button", { name: "Reveal to all" }).click();
  for (const one of [page, ada, ben, chidi]) {
    await expect(one.getByRole("heading", { level: 1 })).toHaveText(
      "Furthest apart on moment of noticing: 4 points",
    );
    await expect(one.getByRole("region", { name: "Moment of noticing" })).toHaveAttribute(
      "aria-current",
      "step",
    );
    await expect(one.getByRole("region", { name: "Moment of noticing" })).toContainText("Chidi Eze");
  }
  await page.getByRole("button", { name: "Talk about fix" }).click();
  await expect(ada.getByRole("region", { name: "Fix" })).toContainText("Talking about this now");
  await page.getByLabel("What we took from fix").fill("A rule that nothing enforces is a 3");
  await page.getByRole("region", { name: "Fix" }).getByRole("button", { name: "Keep" }).click();
  await expect(ben.getByText("A rule that nothing enforces is a 3")).toBeVisible();
  await page.getByRole("button", { name: "Close the round" }).click();
  await expect(chidi.getByText(/led by Lena Hoffmann, closed/)).toBeVisible();
  await chidi.getByRole("link", { name: "Your own gap" }).click();
  await expect(chidi.getByRole("heading", { level: 1 })).toContainText("the same as the reference");
});

test("Lena’s laptop goes in the middle of a round: Marek takes over and reveals; back again, she looks on", async ({
  page,
  signInAs,
  browserOf,
  expectNoise,
}) => {
  expectNoise(/ERR_INTERNET_DISCONNECTED|Failed to fetch|net::ERR/);
  await signInAs("lena");
  const link = await beginRound(page, "wrong-phase");
  const [chidi, marek] = [await browserOf("chidi"), await browserOf("marek")];
  await joinRound(chidi, link);

  await page.context().setOffline(true);
  await expect(page.getByText("You are looking at an earlier moment of this round")).toBeVisible();
  await marek.goto(link);
  await expect(marek.getByRole("button", { name: "Reveal to all" })).toHaveCount(0);
  await marek.getByRole("button", { name: "Take over from Lena Hoffmann" }).click();
  await expect(marek.getByText(/led by you/)).toBeVisible();
  await scoreByKeys(chidi, [5, 5, 5, 3, 3]);
  await handIn(chidi, "yes");
  await expect(marek.getByRole("heading", { level: 1 })).toHaveText("1 of 1 have scored");
  await marek.getByRole("button", { name: "Reveal to all" }).click();
  await expect(chidi.getByText(/led by Marek Zielinski/)).toBeVisible();

  await page.context().setOffline(false);
  await expect(page.getByText(/led by Marek Zielinski/)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole("button", { name: "Close the round" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Take over from Marek Zielinski" })).toBeVisible();
  await marek.getByRole("button", { name: "Close the round" }).click();
  await expect(page.getByText(/led by Marek Zielinski, closed/)).toBeVisible();
});

test("Lena adds an answer of the house’s own: she and Marek each set its reference alone, she writes down what they agree on, Marek confirms", async ({
  page,
  signInAs,
  browserOf,
}) => {
  await signInAs("lena");
  await page.goto("/practice/own");
  await page.getByText("Add an answer").click();
  await page.getByLabel("Title that gives nothing away").fill("The Thursday visit");
  await page.getByLabel("Who speaks").fill("Care coordinator");
  await page.getByLabel("Line of work").fill("Home care");
  await page.getByLabel(BEAT_LABEL.mistake).fill("I booked two visits at one hour. I had not looked twice.");
  await page.getByLabel(BEAT_LABEL.noticing).fill("I saw it at seven and rang both families before eight.");
  await page.getByLabel(BEAT_LABEL.result).fill("One visit was forty minutes late. The form now refuses it.");
  await page.getByRole("button", { name: "Add the answer" }).click();
  const card = (who: Page) => who.getByRole("region", { name: "The Thursday visit", exact: true });
  await expect(card(page)).toContainText("waits for two leads to set its reference alone");

  /** Marks and reasons, in rubric order; each reason quotes what was said. */
  const set = async (who: Page, title: string, action: string, marks: readonly string[]) => {
    await card(who).getByText(title, { exact: true }).click();
    for (const [n, name] of NAMES.entries()) {
      await card(who)
        .getByLabel(`${name}: mark`)
        .selectOption(marks[n] ?? "");
      await card(who).getByLabel(`${name}: why`).fill(`“${QUOTED[n]}”`);
    }
    await card(who).getByRole("button", { name: action }).click();
  };
  await set(page, "Set the reference, alone", "Set it, for good", ["5", "4", "3", "3", "0"]);
  await expect(card(page)).toContainText("set alone by Lena Hoffmann");

  const marek = await browserOf("marek");
  await marek.goto("/practice/own");
  // What Lena set is nothing to lean on before one's own.
  await expect(card(marek)).toContainText("set alone by Lena Hoffmann");
  await expect(card(marek).getByRole("table")).toHaveCount(0);
  await set(marek, "Set the reference, alone", "Set it, for good", ["5", "5", "3", "4", "0"]);
  await expect(card(marek).getByRole("columnheader", { name: "Lena Hoffmann, alone" })).toBeVisible();

  await page.reload();
  await expect(card(page)).toContainText("two leads have set it; now they agree");
  await expect(card(page).getByRole("columnheader", { name: "Marek Zielinski, alone" })).toBeVisible();
  await set(page, "Write down what you agree on", "Write it down", ["5", "5", "3", "3", "0"]);
  await expect(card(page).getByRole("columnheader", { name: "To agree on, by Lena Hoffmann" })).toBeVisible();
  await expect(card(page).getByRole("button", { name: /^Confirm/ })).toHaveCount(0);

  await marek.reload();
  await card(marek).getByRole("button", { name: "Confirm what Lena Hoffmann wrote down" }).click();
  await expect(card(marek)).toContainText("agreed, and in the library");
  const ada = await browserOf("ada");
  await ada.goto("/practice");
  await expect(ada.getByRole("link", { name: "Score: The Thursday visit" })).toBeVisible();
});

const NAMES = ["Ownership", "Moment of noticing", "Consequence", "Fix", "Calibration"];
const QUOTED = [
  "I booked two visits at one hour",
  "rang both families before eight",
  "forty minutes late",
  "The form now refuses it",
  "I had not looked twice",
];
