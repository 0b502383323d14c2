import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { brokenInvariants } from "@/db/invariants";
import { createTestDatabase, type TestDatabase } from "@/db/testing/database";
import { layOutWorld, type PlacedInterview, type World } from "@/db/testing/world";
import { listCandidatesContract } from "@/lib/contracts/candidates";
import type { Operation } from "@/lib/contracts/operations";
import type { AmendedChange } from "@/lib/domain/amendments";
import type { Change } from "@/lib/domain/changes";
import type { Mark } from "@/lib/domain/scale";
import { completeCard, tab } from "@/tests/support/operations";
import { listCandidates } from "../candidates/list-candidates";
import { getInterview } from "../interviews/get-interview";
import { amendScorecard } from "./amend-scorecard";
import { applyOperations } from "./apply-operations";
import { catchUp } from "./catch-up";
import { openDraft } from "./open-draft";
import { submitScorecard } from "./submit-scorecard";

let records: TestDatabase;
let world: World;
beforeAll(async () => {
  records = await createTestDatabase();
  world = await layOutWorld(records.url);
});
afterAll(async () => {
  expect(await brokenInvariants(records.ownerUrl)).toEqual([]);
  await world.end();
  await records.drop();
});

const save = (who: string, scorecardId: string, operations: (Operation & { ageMs?: number })[]) =>
  world.as(who, (ctx) => applyOperations(ctx, { scorecardId, operations }));
const submit = (who: string, scorecardId: string) =>
  world.as(who, (ctx) => submitScorecard(ctx, { scorecardId }));
const open = (who: string, { interviewId }: PlacedInterview) =>
  world.as(who, (ctx) => getInterview(ctx, { interviewId }));
const catchUpAs = (
  who: string,
  scorecardId: string,
  held: { clientId: string; from: number; to: number }[] = [],
) => world.as(who, (ctx) => catchUp(ctx, { scorecardId, held }));
const rate = (dimension: "ownership" | "fix", mark: Mark): Change => ({
  field: "rating",
  dimension,
  value: { state: "observed", mark },
});

async function score(who: string, place: PlacedInterview, marks: readonly Mark[]): Promise<void> {
  const make = tab(world.rubricVersionId);
  await save(who, place.card(who), completeCard(marks).map(make));
  await submit(who, place.card(who));
}

test("what Ada enters is what she finds when she comes back", async () => {
  const place = await world.interview("Mira", ["Ada"]);
  const make = tab(world.rubricVersionId);
  await save("Ada", place.card("Ada"), [
    make(rate("ownership", 4)),
    make({ field: "rating", dimension: "calibration", value: { state: "observed", mark: -1 } }),
    make({ field: "rating", dimension: "fix", value: { state: "not-observed" } }),
    make({ field: "trap", trap: "no-noticing", value: { reason: "skipped it" } }),
    make({ field: "fact", fact: "voice", value: "we" }),
    make({ field: "measure", fact: "timeToTell", value: { amount: 10, unit: "minutes" } }),
    make({ field: "probe", dimension: "consequence", value: "asked" }),
    make({ field: "confidence", value: "high" }),
  ]);
  const { mine } = await open("Ada", place);
  expect(mine?.content).toMatchObject({
    ratings: {
      ownership: { state: "observed", mark: 4 },
      calibration: { state: "observed", mark: -1 },
      fix: { state: "not-observed" },
    },
    traps: [{ trap: "no-noticing", reason: "skipped it" }],
    facts: { voice: "we", timeToTell: { amount: 10, unit: "minutes" } },
    probesAsked: ["consequence"],
    confidence: "high",
    recommendation: null,
  });
  expect(mine?.revision).toBe(8);
});

test("an operation sent three times is applied once, and its id cannot be used for another change", async () => {
  const place = await world.interview("Noor", ["Ada"]);
  const make = tab(world.rubricVersionId);
  const operation = make(rate("ownership", 3));
  for (let attempt = 0; attempt < 3; attempt += 1) {
    expect(await save("Ada", place.card("Ada"), [operation])).toMatchObject({ revision: 1 });
  }
  await expect(
    save("Ada", place.card("Ada"), [{ ...operation, change: rate("ownership", 5) }]),
  ).rejects.toMatchObject({ code: "CONFLICT" });
});

test("an id or a number that somebody's ledger already holds is refused in words", async () => {
  const place = await world.interview("Nuria", ["Ada", "Ben"]);
  const make = tab(world.rubricVersionId);
  const [first, second] = [make(rate("ownership", 3)), make(rate("fix", 3))];
  await save("Ada", place.card("Ada"), [first]);
  const stolen = { ...tab(world.rubricVersionId)(rate("fix", 1)), opId: first.opId };
  await expect(save("Ben", place.card("Ben"), [stolen])).rejects.toMatchObject({ code: "CONFLICT" });
  const renumbered = { ...second, clientSeq: first.clientSeq };
  await expect(save("Ada", place.card("Ada"), [renumbered])).rejects.toMatchObject({ code: "CONFLICT" });
  expect(await save("Ada", place.card("Ada"), [second])).toMatchObject({ revision: 2 });
});

test("requests out of order leave the field at the author's last change", async () => {
  const place = await world.interview("Otto", ["Ada"]);
  const make = tab(world.rubricVersionId);
  const [first, second, third] = [make(rate("fix", 1)), make(rate("fix", 2)), make(rate("fix", 3))];
  await save("Ada", place.card("Ada"), [third]);
  await save("Ada", place.card("Ada"), [first, second]);
  const { mine } = await open("Ada", place);
  expect(mine?.content.ratings.fix).toEqual({ state: "observed", mark: 3 });
  expect(mine?.revision).toBe(3);
});

test("two tabs writing at the same moment both get through, one after the other", async () => {
  const place = await world.interview("Pia", ["Ada"]);
  const [left, right] = [tab(world.rubricVersionId), tab(world.rubricVersionId)];
  const batches = Array.from({ length: 10 }, (_, i) =>
    (i % 2 ? left : right)(rate("ownership", ((i % 5) + 1) as Mark)),
  );
  await Promise.all(batches.map((operation) => save("Ada", place.card("Ada"), [operation])));
  expect((await open("Ada", place)).mine?.revision).toBe(10);
});

test("Ada is blind until her own scorecard is in, and sees Ben's afterwards", async () => {
  const place = await world.interview("Quinn", ["Ada", "Ben"]);
  await score("Ben", place, [4, 4, 3, 4, 0]);
  const before = await open("Ada", place);
  expect(before).toMatchObject({ blind: true, revealed: [] });
  expect(before.seats.find(({ member }) => member.name === "Ben")?.submittedAt).not.toBeNull();
  await score("Ada", place, [3, 3, 3, 3, 1]);
  const after = await open("Ada", place);
  expect(after.revealed.map(({ author }) => author.name).sort()).toEqual(["Ada", "Ben"]);
});

test("a recruiter who is to score here is blind here too; a recruiter without a seat is not", async () => {
  const place = await world.interview("Rika", ["Iris", "Ben"]);
  await score("Ben", place, [5, 5, 5, 5, 0]);
  const rowFor = async (who: string) => {
    const list = await world.as(who, (ctx) =>
      listCandidates(ctx, listCandidatesContract.input.parse({ openingId: world.openingId })),
    );
    return list.candidates.find(({ applicationId }) => applicationId === place.applicationId);
  };
  expect(await rowFor("Iris")).toMatchObject({
    blind: true,
    submitted: 1,
    composite: { state: "incomplete" },
  });
  expect(await rowFor("Rosa")).toMatchObject({ blind: false, composite: { state: "complete", value: 5 } });
  await score("Iris", place, [1, 1, 1, 1, -2]);
  expect(await rowFor("Iris")).toMatchObject({ blind: false, composite: { state: "complete", value: 3 } });
});

test("nobody saves into, submits or opens somebody else's scorecard", async () => {
  const place = await world.interview("Sol", ["Ben"]);
  const make = tab(world.rubricVersionId);
  await expect(save("Ada", place.card("Ben"), [make(rate("fix", 1))])).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  await expect(submit("Ada", place.card("Ben"))).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(open("Ada", place)).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect((await open("Ben", place)).mine?.revision).toBe(0);
});

test("an unfinished scorecard is refused with what is missing; a submitted one no longer changes", async () => {
  const place = await world.interview("Tove", ["Ada"]);
  await expect(submit("Ada", place.card("Ada"))).rejects.toMatchObject({ code: "INVALID" });
  await score("Ada", place, [2, 2, 2, 2, 0]);
  const first = await submit("Ada", place.card("Ada"));
  expect(await submit("Ada", place.card("Ada"))).toEqual(first);
  const late = tab(world.rubricVersionId)(rate("ownership", 5));
  await expect(save("Ada", place.card("Ada"), [late])).rejects.toMatchObject({ code: "CONFLICT" });
});

test("a server whose clock was set back after the last change submits no earlier than that change", async () => {
  const place = await world.interview("Ulf", ["Ada"]);
  const scorecardId = place.card("Ada");
  const operations = completeCard([2, 2, 2, 2, 0]).map(tab(world.rubricVersionId));
  const ahead = new Date(Date.now() + 3_600_000);
  await world.as("Ada", (ctx) => applyOperations({ ...ctx, now: ahead }, { scorecardId, operations }));
  expect((await submit("Ada", scorecardId)).submittedAt).toBe(ahead.toISOString());
});

const amend = (who: string, place: PlacedInterview, change: AmendedChange, amendmentId = v7()) =>
  world.as(who, (ctx) =>
    amendScorecard(ctx, { scorecardId: place.card(who), amendmentId, change, reason: "Heard it again" }),
  );
const ownership = (mark: Mark): AmendedChange => ({
  field: "rating",
  dimension: "ownership",
  value: { state: "observed", mark },
});

test("an amendment stands beside the first score, for the author and for whoever may see the card", async () => {
  const place = await world.interview("Vera", ["Ada", "Ben"]);
  await expect(amend("Ada", place, ownership(2))).rejects.toMatchObject({ code: "CONFLICT" });
  await score("Ada", place, [4, 3, 3, 3, 0]);
  const amendmentId = v7();
  const first = await amend("Ada", place, ownership(2), amendmentId);
  expect(await amend("Ada", place, ownership(2), amendmentId)).toEqual(first);
  await expect(amend("Ada", place, ownership(5), amendmentId)).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(amend("Ada", place, ownership(2))).rejects.toMatchObject({ code: "INVALID" });
  await amend("Ada", place, { field: "recommendation", value: "no" });

  const { mine, revealed } = await open("Ada", place);
  expect(mine?.content.ratings.ownership).toEqual({ state: "observed", mark: 4 });
  expect(mine?.amendments.map(({ change }) => change)).toEqual([
    ownership(2),
    { field: "recommendation", value: "no" },
  ]);
  expect(revealed[0]?.amendments).toEqual(mine?.amendments);
  expect((await open("Ben", place)).revealed).toEqual([]);
  await score("Ben", place, [3, 3, 3, 3, 0]);
  const seen = (await open("Ben", place)).revealed.find(({ author }) => author.name === "Ada");
  expect(seen?.amendments).toEqual(mine?.amendments);
});

test("nobody amends somebody else's scorecard", async () => {
  const place = await world.interview("Wim", ["Ben"]);
  await score("Ben", place, [3, 3, 3, 3, 0]);
  const attempt = world.as("Ada", (ctx) =>
    amendScorecard(ctx, {
      scorecardId: place.card("Ben"),
      amendmentId: v7(),
      change: ownership(1),
      reason: "No",
    }),
  );
  await expect(attempt).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("a form filled in by hand keeps the time its author stated", async () => {
  const place = await world.interview("Xaver", ["Ada"]);
  const make = tab(world.rubricVersionId);
  const stated = "2026-11-20T08:15:00.000Z";
  await save("Ada", place.card("Ada"), [make({ field: "paper", value: stated })]);
  expect((await open("Ada", place)).mine?.content.scoredOnPaperAt).toBe(stated);
  await save("Ada", place.card("Ada"), [make({ field: "paper", value: null })]);
  expect((await open("Ada", place)).mine?.content.scoredOnPaperAt).toBeNull();
});

test("submitting the same scorecard from ten places at once submits it once", async () => {
  const place = await world.interview("Uma", ["Ada"]);
  await save("Ada", place.card("Ada"), completeCard([3, 3, 3, 3, 0]).map(tab(world.rubricVersionId)));
  const answers = await Promise.all(Array.from({ length: 10 }, () => submit("Ada", place.card("Ada"))));
  expect(new Set(answers.map(({ submittedAt }) => submittedAt)).size).toBe(1);
});

test("a hundred scorecards submitted at once leave counts equal to a recount", async () => {
  const places = await Promise.all(
    Array.from({ length: 50 }, (_, i) => world.interview(`Crowd ${i}`, ["Ada", "Ben"])),
  );
  await Promise.all(
    places.flatMap((place, i) =>
      ["Ada", "Ben"].map((who) => score(who, place, [((i % 5) + 1) as Mark, 3, 2, 4, ((i % 5) - 2) as Mark])),
    ),
  );
  expect(await brokenInvariants(records.ownerUrl)).toEqual([]);
  const list = await world.as("Rosa", (ctx) =>
    listCandidates(ctx, listCandidatesContract.input.parse({ openingId: world.openingId })),
  );
  const crowd = list.candidates.filter(({ candidate }) => candidate.name.startsWith("Crowd"));
  expect(crowd.filter(({ submitted }) => submitted === 2)).toHaveLength(50);
}, 60_000);

test("of two devices that had not seen each other the change made later stands, whichever arrives first", async () => {
  const place = await world.interview("Vera", ["Ada"]);
  const [laptop, phone] = [tab(world.rubricVersionId), tab(world.rubricVersionId)];
  const onLaptop = { ...laptop(rate("fix", 4)), ageMs: 1_000, device: "computer" as const };
  const onPhone = { ...phone(rate("fix", 3)), ageMs: 600_000, device: "phone" as const };
  await save("Ada", place.card("Ada"), [onLaptop]);
  // The phone was offline for ten minutes: its change is older, although it arrives later.
  const answer = await save("Ada", place.card("Ada"), [onPhone]);
  expect(answer.overtaken).toEqual([onPhone.opId]);
  const seen = await catchUpAs("Ada", place.card("Ada"));
  expect(seen.content.ratings.fix).toEqual({ state: "observed", mark: 4 });
  expect(seen.history.map(({ device, overtaken }) => [device, overtaken])).toEqual([
    ["computer", false],
    ["phone", true],
  ]);
  // Restoring is one more change, made on what stands now: it wins on every device.
  await save("Ada", place.card("Ada"), [
    { ...phone(rate("fix", 3)), ageMs: 900_000, baseRevision: seen.revision },
  ]);
  expect((await open("Ada", place)).mine?.content.ratings.fix).toEqual({ state: "observed", mark: 3 });
});

test("after a server lost its last second, the browser is told which of its saved operations are missing", async () => {
  const place = await world.interview("Wim", ["Ada"]);
  const make = tab(world.rubricVersionId);
  const [first, second, third] = [make(rate("fix", 1)), make(rate("fix", 2)), make(rate("fix", 3))];
  await save("Ada", place.card("Ada"), [first, third]);
  const held = [{ clientId: first.clientId, from: 1, to: 3 }];
  const { missing, history } = await catchUpAs("Ada", place.card("Ada"), held);
  expect(missing).toEqual([{ clientId: second.clientId, clientSeq: 2 }]);
  expect(history).toEqual([]);
  await expect(catchUpAs("Ben", place.card("Ada"))).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("a submission that names what the ledger lost is refused until it is there again", async () => {
  const place = await world.interview("Wanda", ["Ada"]);
  const operations = completeCard([3, 3, 3, 3, 0]).map(tab(world.rubricVersionId));
  const changed = { ...operations.at(-1), opId: v7(), clientSeq: operations.length + 1 } as Operation;
  await save("Ada", place.card("Ada"), operations);
  const held = [{ clientId: changed.clientId, from: 1, to: changed.clientSeq }];
  const handIn = () =>
    world.as("Ada", (ctx) => submitScorecard(ctx, { scorecardId: place.card("Ada"), held }));
  await expect(handIn()).rejects.toMatchObject({ code: "CONFLICT", details: { lost: 1 } });
  await save("Ada", place.card("Ada"), [changed]);
  await expect(handIn()).resolves.toMatchObject({ scorecardId: place.card("Ada") });
});

test("the key of a draft is its author's alone, the same on every device, and gone once the card is in", async () => {
  const place = await world.interview("Xenia", ["Ada", "Ben"]);
  const keyFor = (who: string, scorecardId: string) =>
    world.as(who, (ctx) => openDraft(ctx, { scorecardId }));
  const card = place.card("Ada");
  const [one, other] = await Promise.all([keyFor("Ada", card), keyFor("Ada", card)]);
  expect(one).toEqual(other);
  expect(Buffer.from(one.key, "base64")).toHaveLength(32);
  expect(await keyFor("Ben", place.card("Ben"))).not.toEqual(one);
  await expect(keyFor("Ben", card)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await score("Ada", place, [3, 3, 3, 3, 0]);
  await expect(keyFor("Ada", card)).rejects.toMatchObject({ code: "CONFLICT" });
});
