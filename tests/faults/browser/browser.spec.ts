import { seededRandom } from "@/lib/stats/random";
import { within } from "./author";
import { expect, test } from "./fixtures";
import { asOwner } from "./records";
import { openCockpit } from "./sitting";
import type { Card, Stage } from "./stage";

test("F07: the tab crashes without a network; opened again it shows everything, within a second", async ({
  sit,
}) => {
  const { author, page, context, card } = await sit();
  await author.tap("ownership", 4);
  await page.route("**/operations", (route) => route.abort());
  await author.tap("noticing", 2);
  await author.write("fix", "Called every customer");
  await author.isTold("On this device");
  const crashed = page.waitForEvent("crash");
  const devtools = await context.newCDPSession(page);
  devtools.send("Page.crash").catch(() => {});
  await crashed;
  await page.close();

  const reopened = await context.newPage();
  await reopened.route("**/operations", (route) => route.abort());
  // The best of three counts: another program on this machine may slow one down, and none speeds one up.
  const shown: number[] = [];
  for (let tries = 0; tries < 3 && !shown.some((ms) => ms < within(1_000)); tries += 1) {
    await reopened.goto(card.path, { waitUntil: "commit" });
    await author.at(reopened).findsEverything();
    shown.push(await reopened.evaluate(() => performance.now()));
  }
  expect(Math.min(...shown)).toBeLessThan(within(1_000));
  await author.at(reopened).isTold("On this device");
  await reopened.unroute("**/operations");
  await author.at(reopened).tap("consequence", 3);
  await author.at(reopened).isTold("Saved");
});

test("F08: kill -9 of the browser loses no rating, and of the words at most the last burst", async ({
  startBrowser,
  sit,
}) => {
  const first = await startBrowser();
  const sitting = await sit({ context: first.context });
  const { author, context } = sitting;
  await author.tap("ownership", 4);
  await context.setOffline(true);
  await author.tap("noticing", 2);
  await author.write("fix", "These words were kept", { leave: false });
  await author.isTold("On this device");
  await author.write("fix", " and these were being typed", { leave: false });
  await first.kill();

  const second = await startBrowser();
  const again = await sit({ context: second.context, beside: sitting });
  const note = await again.author.note("fix").inputValue();
  expect(["These words were kept", "These words were kept and these were being typed"]).toContain(note);
  author.entered.notes.fix = note;
  await again.author.findsEverything();
  await again.author.tap("consequence", 3);
  await again.author.isTold("Saved");
});

test("F10: a laptop that slept ninety minutes offline asks about the pause, saves, and is still signed in", async ({
  stage,
  sit,
}) => {
  const { author, page, context, card } = await sit({ clock: true });
  await author.beat();
  await author.isTold("Saved");
  await context.setOffline(true);
  await author.tap("ownership", 4);
  await page.clock.fastForward("01:30:00");
  await age(stage, card, "90 minutes");
  await page.clock.runFor(1_000);
  await expect(page.getByText("Away for 1 h 30 min; the timer ran on.")).toBeVisible();
  await page.getByRole("button", { name: "Leave it out" }).click();
  author.entered.timerEvents += 2;
  await author.tap("noticing", 3);
  await context.setOffline(false);
  await author.isTold("Saved");
  await page.getByRole("button", { name: "End", exact: true }).filter({ visible: true }).click();
  author.entered.timerEvents += 1;
  await author.tap("consequence", 3);
  await author.isTold("Saved");
  expect(await lastSeenMinutesAgo(stage, card)).toBeLessThan(1);
});

test("F11: frozen in the background for an hour, the clock is off by less than a second", async ({ sit }) => {
  const { author, page, context } = await sit({ clock: true });
  const began = await page.evaluate(() => Date.now());
  await author.beat();
  await page.clock.runFor(1_000);
  const devtools = await context.newCDPSession(page);
  await devtools.send("Page.setWebLifecycleState", { state: "frozen" });
  await page.clock.fastForward("01:00:00");
  await devtools.send("Page.setWebLifecycleState", { state: "active" });
  await page.clock.runFor(1_000);
  const [now, shown] = await page.evaluate((): [number, string] => [
    Date.now(),
    document.querySelector("[role=timer]")?.textContent ?? "",
  ]);
  const [minutes = 0, seconds = 0] = shown.split(":").map(Number);
  // What is printed is whole seconds, looked at once a second.
  expect(Math.abs((now - began) / 1_000 - (minutes * 60 + seconds))).toBeLessThan(2);
  await author.tap("ownership", 3);
  await author.isTold("Saved");
});

test("F12: two tabs by turns come to the same within two seconds, and overwrite nothing", async ({ sit }) => {
  const { author, page, context, card } = await sit();
  const second = await context.newPage();
  await openCockpit(second, card);
  const random = seededRandom(12);
  const tabs = [author, author.at(second)];
  for (let turn = 0; turn < 12; turn += 1) {
    const tab = tabs[Math.floor(random() * tabs.length)] ?? author;
    if (random() < 0.3) await tab.write(tab === author ? "fix" : "noticing", ` ${turn}`);
    else await tab.tap("ownership", ([1, 2, 3, 4, 5] as const)[Math.floor(random() * 5)] ?? 3);
  }
  for (const tab of tabs) {
    await tab.findsEverything(within(2_000));
    await tab.isTold("Saved");
  }
  await expect(page.getByRole("region", { name: "Entered on two devices" })).toHaveCount(0);
});

test("F13: two devices without a network disagree: both are kept, the later stands, the other can be restored", async ({
  sit,
}) => {
  const laptop = await sit();
  const phone = await sit({ beside: laptop });
  await laptop.context.setOffline(true);
  await phone.context.setOffline(true);
  await laptop.author.tap("fix", 3);
  await laptop.author.write("noticing", "Heard on the laptop");
  await phone.author.tap("fix", 4);
  await phone.author.write("ownership", "Heard on the phone");
  await laptop.author.isTold("On this device");
  await phone.author.isTold("On this device");
  await phone.context.setOffline(false);
  await phone.author.isTold("Saved");
  // The laptop's change is older, although it arrives later.
  await laptop.context.setOffline(false);
  await laptop.author.findsEverything();
  const question = laptop.page.getByRole("region", { name: "Entered on two devices" });
  await expect(question).toContainText(/fix: changed on your computer at \d\d:\d\d, 3 → 4/i);
  await question.getByRole("button", { name: "Restore 3" }).click();
  laptop.author.entered.ratings.fix = 3;
  await expect(question).toHaveCount(0);
  await laptop.author.isTold("Saved");
  await laptop.author.cell("fix", 3).focus();
});

test("F14: a browser clock that is a day wrong, and jumps, changes neither what is saved nor when", async ({
  sit,
}) => {
  const { author, page } = await sit({ clock: true });
  const day = 86_400_000;
  let away = false;
  await page.route("**/operations", (route) => (away ? route.abort() : route.continue()));
  await author.beat();
  await page.clock.setSystemTime(Date.now() + day);
  await author.tap("ownership", 2);
  await author.isTold("Saved");
  away = true;
  await author.tap("ownership", 5);
  await author.isTold("On this device");
  // In the middle of a wait between two attempts.
  await page.clock.setSystemTime(Date.now() - day);
  await author.tap("ownership", 3);
  await author.beat();
  away = false;
  await page.clock.runFor(5_000);
  await author.isTold("Saved");
  await page.clock.setSystemTime(Date.now());
  await author.tap("fix", 4);
  await author.isTold("Saved");
  await page.reload();
  await author.findsEverything();
});

test("F17: open for twelve hours, the form saves by its session alone", async ({ stage, sit }) => {
  const { author, page, card } = await sit({ clock: true });
  await author.tap("ownership", 4);
  await author.isTold("Saved");
  for (let hour = 0; hour < 12; hour += 1) await page.clock.fastForward("01:00:00");
  await age(stage, card, "12 hours");
  const asked: string[] = [];
  const tokens: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (request.method() !== "GET") asked.push(pathname.split("/").at(-1) ?? "");
    tokens.push(...Object.keys(request.headers()).filter((name) => /authorization|csrf|token/.test(name)));
  });
  await author.tap("noticing", 2);
  await author.write("fix", "Twelve hours later");
  await author.isTold("Saved");
  expect([...new Set(asked)].filter((what) => what !== "operations" && what !== "catch-up")).toEqual([]);
  expect(tokens).toEqual([]);
});

test("F24: a disk that fails in mid-interview, or from the start, is said; the network still saves", async ({
  sit,
}) => {
  const { author, page } = await sit();
  await author.tap("ownership", 4);
  await author.isTold("Saved");
  // Nothing more is written from here on: what a full disk answers.
  await page.evaluate(() => {
    IDBObjectStore.prototype.add = () => {
      throw new DOMException("The quota has been exceeded", "QuotaExceededError");
    };
  });
  await author.tap("noticing", 2);
  await expect(page.getByText("This browser keeps nothing.").filter({ visible: true })).toBeVisible();
  await author.isTold("Saved");
  await author.write("fix", "Saved all the same");
  await author.isTold("Saved");
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("broken", "InvalidStateError");
    };
  });
  await page.reload();
  await author.findsEverything();
  await expect(page.getByText("This browser keeps nothing.").filter({ visible: true })).toBeVisible();
  await author.tap("consequence", 5);
  await author.isTold("Saved");
});

/** The session as it stands when so much time has passed without a call: the database's clock is everybody's. */
function age(stage: Stage, { who }: Card, by: string) {
  return asOwner(
    stage,
    (owner) => owner`
      update sessions s set last_seen_at = s.last_seen_at - ${by}::interval, expires = now() + interval '30 days'
      from memberships m where m.user_id = s.user_id and m.id = ${who.memberId}`,
  );
}

async function lastSeenMinutesAgo(stage: Stage, { who }: Card): Promise<number | undefined> {
  const [row] = await asOwner(
    stage,
    (owner) => owner<{ minutes: number }[]>`
      select extract(epoch from now() - s.last_seen_at)::float / 60 as minutes from sessions s
      join memberships m on m.user_id = s.user_id where m.id = ${who.memberId}`,
  );
  return row?.minutes;
}
