import { v7 } from "uuid";
import { findCurrentRubric } from "@/db/queries/rubrics";
import { seededRandom } from "@/lib/stats/random";
import { openStream } from "../../support/event-stream";
import { seatInterview, signInInterviewers } from "../../support/interviewers";
import { openAuthor } from "../authors";
import { disagreements } from "../oracle";
import { within } from "./author";
import { expect, test } from "./fixtures";
import { anotherBuild } from "./other-build";
import { asOwner } from "./records";

const HOUR = 3_600_000;

test("F15: the server's clock jumps hours forward and back: nobody is signed out, the author's last stands", async ({
  stage,
  sit,
}) => {
  const laptop = await sit();
  const phone = await sit({ beside: laptop });
  const lookAgain = () => window.dispatchEvent(new Event("focus"));
  try {
    await laptop.author.tap("ownership", 2);
    await laptop.author.isTold("Saved");
    stage.shiftServerClock(2 * HOUR);
    await laptop.author.tap("ownership", 5);
    await laptop.author.isTold("Saved");
    await phone.page.evaluate(lookAgain);
    await phone.author.findsEverything();
    stage.shiftServerClock(-2 * HOUR);
    await phone.author.tap("ownership", 3);
    await phone.author.complete();
    await phone.author.isTold("Saved");
    await laptop.page.evaluate(lookAgain);
    await laptop.author.findsEverything();
    await laptop.page.reload();
    await laptop.author.findsEverything();
    await laptop.page.close();
    await phone.page.getByRole("button", { name: "Submit scorecard" }).filter({ visible: true }).click();
    await phone.page.getByRole("button", { name: "Submit now" }).filter({ visible: true }).click();
    await expect(phone.page.getByRole("region", { name: "Your scorecard", exact: true })).toBeVisible();
    await phone.page.getByRole("link").first().focus();
  } finally {
    stage.shiftServerClock(0);
  }
});

test("F18: kill -9 of the app server in the middle of saves", async ({ stage, sit }) => {
  const { author, page } = await sit();
  const random = seededRandom(18);
  for (let axe = 0; axe < 3; axe += 1) {
    const sent = page.waitForRequest("**/operations");
    await author.anything(random);
    await author.tap("ownership", axe % 2 === 0 ? 2 : 4);
    await sent;
    // As many turns of the event loop later as chance says: before the row, after it, or after the answer.
    for (let turns = Math.floor(random() * 2_000); turns > 0; turns -= 1) await new Promise(setImmediate);
    const back = stage.product.killAndRestart();
    await author.anything(random);
    await author.anything(random);
    await back;
    await author.isTold("Saved");
  }
});

test("F19: a graceful restart under twenty editors and a live stream is drained in time, and nobody loses anything", async ({
  stage,
  sit,
}) => {
  const { author } = await sit();
  const people = await signInInterviewers(stage.world, 20);
  const { interviewId, scorecardIds } = await seatInterview(stage.world, "Candidate of twenty", people);
  const { rubricVersionId } = stage.world;
  const editors = people.map((who, i) =>
    openAuthor(stage.product.address, { who, scorecardId: scorecardIds[i] ?? "", rubricVersionId }, i + 1),
  );
  const stream = await openStream(stage.product.address, people[0]?.cookie ?? "");
  expect(stream.status).toBe(200);
  const working = editors.map((editor) => editor.work(30));
  await author.tap("ownership", 4);
  const ended = await stage.product.restart();
  await author.tap("noticing", 3);
  await Promise.all(working);
  await Promise.all(editors.map((editor) => editor.saved()));
  await author.isTold("Saved");
  stream.close();
  expect(ended.killed).toBe(false);
  expect(ended.ms).toBeLessThan(within(10_000));
  expect(await disagreements(stage.records.ownerUrl, stage.product.address, interviewId, editors)).toEqual(
    [],
  );
});

test("F20: a new build, a new rubric version and a wider schema under an open form: it goes on saving", async ({
  stage,
  sit,
}) => {
  const { author, page, card } = await sit();
  await author.rate("ownership", 4);
  await author.isTold("Saved");
  const { rubricVersionId } = stage.world;
  await asOwner(stage, async (owner) => {
    await owner`alter table scorecards add column of_a_later_release text`;
    await owner`insert into rubric_versions select (jsonb_populate_record(null::rubric_versions,
      to_jsonb(r) || ${owner.json({ id: v7() })} || jsonb_build_object('number', r.number + 1, 'published_at', now()))).*
      from rubric_versions r where r.id = ${rubricVersionId}`;
  });
  const current = await stage.world.as("Lena", findCurrentRubric);
  expect(current?.id).not.toBe(rubricVersionId);

  const next = anotherBuild();
  try {
    await stage.product.restart(next.server);
    await author.tap("noticing", 2);
    await author.write("fix", "Typed into the older page");
    await author.isTold("Saved");
    await expect(page.getByText("Reload when convenient")).toBeVisible();
    await page.reload();
    await author.findsEverything();
    await author.tap("consequence", 5);
    await author.isTold("Saved");
    const pinned = await asOwner(
      stage,
      (owner) =>
        owner`select distinct rubric_version_id as id from operations where scorecard_id = ${card.scorecardId}
        union select rubric_version_id from scorecards where id = ${card.scorecardId}`,
    );
    expect(pinned.map(({ id }) => id)).toEqual([rubricVersionId]);
  } finally {
    await stage.product.restart();
    next.remove();
  }
});
