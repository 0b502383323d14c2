import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { brokenInvariants } from "@/db/invariants";
import { verifyAudit } from "@/db/queries/audit";
import { findScoreFile } from "@/db/queries/score-files";
import { createTestDatabase, type Owner, openOwner, type TestDatabase } from "@/db/testing/database";
import { layOutWorld, type World } from "@/db/testing/world";
import { eraseCandidateRows } from "@/db/writes/privacy";
import { listCandidatesContract } from "@/lib/contracts/candidates";
import { completeCard, tab } from "@/tests/support/operations";
import { bringScoreFile, ratingsOf } from "@/tests/support/score-file";
import { dumpOf, layOutSubject, type Subject, wordsIn } from "@/tests/support/subject";
import { getDossier } from "../candidates/get-dossier";
import { listCandidates } from "../candidates/list-candidates";
import { decideDebrief } from "../debriefs/decide-debrief";
import { getPanelSheet } from "../panels/get-panel-sheet";
import { getScoreSheet } from "../score-files/get-score-sheet";
import { keepScoreFile } from "../score-files/keep-score-file";
import { amendScorecard } from "../scorecards/amend-scorecard";
import { applyOperations } from "../scorecards/apply-operations";
import { submitScorecard } from "../scorecards/submit-scorecard";
import { erasePerson } from "./erase-person";
import { findPeople } from "./find-people";
import { getPerson } from "./get-person";
import { liftHold } from "./lift-hold";
import { listErasedScorecards } from "./list-erased-scorecards";
import { placeHold } from "./place-hold";

let records: TestDatabase;
let world: World;
let owner: Owner;
beforeAll(async () => {
  records = await createTestDatabase();
  world = await layOutWorld(records.url);
  owner = openOwner(records);
});
afterAll(async () => {
  expect(await brokenInvariants(records.ownerUrl)).toEqual([]);
  await owner.end();
  await world.end();
  await records.drop();
});

/** Enough that both orders were seen whenever this was tried. */
const ROUNDS = 4;

const erase = ({ candidateId, name }: Subject, who = "Amos", typedName = name) =>
  world.as(who, (ctx) => erasePerson(ctx, { candidateId, reason: "asked", typedName }));

/** Every figure of the list and of the panel sheet, without what a name or a moment says. */
async function figures() {
  const list = await world.as("Rosa", (ctx) =>
    listCandidates(ctx, listCandidatesContract.input.parse({ openingId: world.openingId })),
  );
  const sheet = await world.as("Lena", (ctx) => getPanelSheet(ctx, { openingId: world.openingId }));
  const rows = list.candidates
    .map(({ applicationId, submitted, composite, dimensions, split, traps }) => ({
      ...{ applicationId, submitted, composite, dimensions, split, traps },
    }))
    .sort((a, b) => a.applicationId.localeCompare(b.applicationId));
  // Who sat where is no figure: a seat that was never scored from goes with its draft.
  const { computedAt: _, filters: __, debriefs, ...report } = sheet;
  return { rows, report, talked: debriefs.map(({ interviewId }) => interviewId).sort() };
}

test("erasing a candidate leaves none of their words anywhere, and every figure as it was", async () => {
  const other = await layOutSubject(world);
  const subject = await layOutSubject(world);
  const before = await dumpOf(records.ownerUrl);
  expect(wordsIn(before, subject.words).sort()).toEqual(Object.keys(subject.words).sort());
  const counted = await figures();

  const { removed } = await erase(subject);
  expect(removed).toMatchObject({ drafts: 1, submitted: 2, draft_keys: 1, probes_asked: 1, beats: 1 });
  expect(removed.operations).toBeGreaterThan(20);

  const after = await dumpOf(records.ownerUrl);
  expect(wordsIn(after, subject.words)).toEqual([]);
  expect(wordsIn(after, other.words).sort()).toEqual(Object.keys(other.words).sort());
  expect(await figures()).toEqual(counted);
  expect(await world.as("Amos", (ctx) => verifyAudit(ctx))).toMatchObject({ brokenAt: null });

  const dossier = await world.as("Rosa", (ctx) => getDossier(ctx, { applicationId: subject.applicationId }));
  expect(dossier.application.candidate.name).toMatch(/^Erased candidate [0-9a-f]{6}$/);
  expect(dossier.interviews[0]?.scorecards).toHaveLength(2);
  const found = await world.as("Amos", (ctx) => findPeople(ctx, { q: "quokka" }));
  expect(found.people.map(({ name }) => name)).toEqual([other.name]);
});

test("leads' own files of scores lose the person's name, kept or not, and none of their figures", async () => {
  const subject = await layOutSubject(world);
  const others = Array.from({ length: 23 }, (_, i) => `Person ${i}`);
  const bring = (who: string, title: string, names: string[]) =>
    bringScoreFile(world, who, ratingsOf(names), title);
  const kept = await bring("Lena", `${subject.name}.csv`, [subject.name, ...others]);
  await world.as("Lena", (ctx) => keepScoreFile(ctx, { fileId: kept }));
  const own = await bring("Marta", "of June.csv", [subject.words.email ?? "", ...others]);
  const apart = await bring("Lena", "of May.csv", [`${subject.name}son`, ...others]);
  const sheetOf = (who: string, fileId: string) => world.as(who, (ctx) => getScoreSheet(ctx, { fileId }));
  const figuresOf = async (who: string, fileId: string) =>
    JSON.stringify(await sheetOf(who, fileId)).replace(/"computedAt":"[^"]+"/, "");
  const before = [await figuresOf("Lena", kept), await figuresOf("Marta", own)];
  for (const sheet of before) expect(sheet).toMatch(/^\{"state":"known"/);
  const untouched = await world.as("Lena", (ctx) => findScoreFile(ctx, apart));
  expect(wordsIn(await dumpOf(records.ownerUrl), subject.words)).toContain("email");

  const { removed } = await erase(subject);
  expect(removed).toMatchObject({ score_files_cleared: 2, score_files_removed: 0 });
  const named = { ...subject.words, first: subject.name, last: `${subject.words.last}.csv` };
  const left = (await dumpOf(records.ownerUrl)).replaceAll(`${subject.name}son`, "");
  expect(wordsIn(left, named)).toEqual([]);
  const standIn = `Erased candidate ${subject.candidateId.slice(-6)}`;
  const as = (sheet: string) =>
    sheet.replaceAll(subject.name, standIn).replaceAll(subject.words.email ?? "", standIn);
  expect(await figuresOf("Lena", kept)).toBe(as(before[0] ?? ""));
  expect(await figuresOf("Marta", own)).toBe(as(before[1] ?? ""));
  expect(await world.as("Lena", (ctx) => findScoreFile(ctx, kept))).toMatchObject({
    title: `${standIn}.csv`,
  });
  expect(await world.as("Lena", (ctx) => findScoreFile(ctx, apart))).toEqual(untouched);
  // Outside an erasure an administrator sees none of them.
  expect(await world.as("Amos", (ctx) => findScoreFile(ctx, kept))).toBeNull();
});

test("the deed stands in the chain in numbers, once for each opening, and cannot be done twice", async () => {
  const subject = await layOutSubject(world);
  await erase(subject);
  const deeds = await owner`select action, detail from audit_events
    where subject_id = ${subject.candidateId} order by seq`;
  expect(deeds).toMatchObject([
    {
      action: "candidate.erase",
      detail: { reason: "asked", removed: { drafts: 1 }, applicationId: subject.applicationId },
    },
  ]);
  expect(wordsIn(JSON.stringify(deeds), subject.words)).toEqual([]);
  await expect(erase(subject)).rejects.toMatchObject({ code: "CONFLICT" });
});

test("a slip of the hand erases nobody, nor does anybody but an administrator", async () => {
  const subject = await layOutSubject(world);
  await expect(erase(subject, "Amos", "Somebody else")).rejects.toMatchObject({
    code: "INVALID",
    details: { field: "typedName" },
  });
  for (const who of ["Rosa", "Lena", "Ada"]) {
    await expect(erase(subject, who)).rejects.toMatchObject({ code: "FORBIDDEN" });
    // The second lock: also where a verb forgot to ask.
    const raw = world.as(who, (ctx) => eraseCandidateRows(ctx, subject.candidateId));
    await expect(raw).rejects.toMatchObject({ cause: { code: "42501" } });
  }
  const stranger = await layOutWorld(records.url, "Another House");
  const theirs = stranger.as("Amos", (ctx) =>
    erasePerson(ctx, { candidateId: subject.candidateId, reason: "asked", typedName: subject.name }),
  );
  await expect(theirs).rejects.toMatchObject({ code: "NOT_FOUND" });
  await stranger.end();
  expect(wordsIn(await dumpOf(records.ownerUrl), subject.words)).toContain("note");
});

test("a legal hold refuses erasure, the refusal is recorded, and lifting it lets it through", async () => {
  const subject = await layOutSubject(world);
  const { candidateId } = subject;
  await world.as("Amos", (ctx) => placeHold(ctx, { candidateId, reason: "dispute" }));
  await expect(
    world.as("Amos", (ctx) => placeHold(ctx, { candidateId, reason: "audit" })),
  ).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(erase(subject)).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(
    owner`select set_config('app.organization_id', ${world.organization.id}, false), erase_candidate(${candidateId}, now())`,
  ).rejects.toMatchObject({ constraint_name: "candidates_under_hold" });
  expect(wordsIn(await dumpOf(records.ownerUrl), subject.words)).toContain("note");

  await world.as("Amos", (ctx) => liftHold(ctx, { candidateId }));
  await expect(owner`update legal_holds set lifted_at = now()`).rejects.toThrow("written once");
  await erase(subject);
  const seen = await world.as("Amos", (ctx) => getPerson(ctx, { candidateId }));
  expect(seen.holds).toMatchObject([{ reason: "dispute", liftedBy: { name: "Amos" } }]);
  const deeds = await owner`select action from audit_events where subject_id = ${candidateId} order by seq`;
  expect(deeds.map(({ action }) => action)).toEqual([
    "hold.place",
    "candidate.erase-refused",
    "hold.lift",
    "candidate.erase",
  ]);
});

test("nothing is written about an erased person afterwards, and devices are told what to forget", async () => {
  const subject = await layOutSubject(world);
  const { cards, interviewId } = subject;
  await erase(subject);
  const operations = completeCard([3, 3, 3, 3, 0]).map(tab(world.rubricVersionId));
  await expect(
    world.as("Cleo", (ctx) => applyOperations(ctx, { scorecardId: cards.cleo, operations })),
  ).rejects.toMatchObject({ code: "NOT_FOUND" });
  const amend = world.as("Ben", (ctx) =>
    amendScorecard(ctx, {
      scorecardId: cards.ben,
      amendmentId: v7(),
      change: { field: "rating", dimension: "fix", value: { state: "observed", mark: 1 } },
      reason: "a late word",
    }),
  );
  await expect(amend).rejects.toMatchObject({ cause: { constraint_name: "candidates_erased" } });
  const decide = world.as("Lena", (ctx) =>
    decideDebrief(ctx, {
      ...{ interviewId, decisionId: v7(), outcome: "stop", rationale: "a late word" },
      tookPart: [world.member("Ada").id],
    }),
  );
  await expect(decide).rejects.toMatchObject({ cause: { constraint_name: "candidates_erased" } });

  const asked = { scorecards: [cards.cleo, cards.ada, v7()] };
  const told = (who: string) => world.as(who, (ctx) => listErasedScorecards(ctx, asked));
  expect(await told("Cleo")).toEqual({ scorecardIds: [cards.cleo] });
  expect(await told("Ada")).toEqual({ scorecardIds: [cards.ada] });
  expect(await told("Ben")).toEqual({ scorecardIds: [] });
});

test("who submits at the very moment of an erasure comes before it or not at all", async () => {
  const words: Record<string, string> = {};
  for (let round = 0; round < ROUNDS; round += 1) {
    const subject = await layOutSubject(world);
    const operations = completeCard([3, 3, 3, 3, 0]).map(tab(world.rubricVersionId));
    const scorecardId = subject.cards.cleo;
    await world.as("Cleo", (ctx) => applyOperations(ctx, { scorecardId, operations }));
    const [erased, submitted] = await Promise.allSettled([
      erase(subject),
      world.as("Cleo", (ctx) => submitScorecard(ctx, { scorecardId })),
    ]);
    expect(erased.status).toBe("fulfilled");
    const kept = await owner`select 1 from submissions where scorecard_id = ${scorecardId}`;
    expect(kept.length).toBe(submitted.status === "fulfilled" ? 1 : 0);
    for (const [place, word] of Object.entries(subject.words)) words[`${place} ${round}`] = word;
  }
  expect(wordsIn(await dumpOf(records.ownerUrl), words)).toEqual([]);
});
