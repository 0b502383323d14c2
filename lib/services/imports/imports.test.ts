import { existsSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { brokenInvariants } from "@/db/invariants";
import { createTestDatabase, type TestDatabase } from "@/db/testing/database";
import { layOutWorld, type World } from "@/db/testing/world";
import { changeMembership, createMember } from "@/db/writes/members";
import { listCandidatesContract } from "@/lib/contracts/candidates";
import { casesPath } from "@/tests/support/cases";
import { completeCard, tab } from "@/tests/support/operations";
import { listCandidates } from "../candidates/list-candidates";
import { listInterviews } from "../interviews/list-interviews";
import { getPanelSheet } from "../panels/get-panel-sheet";
import { applyOperations } from "../scorecards/apply-operations";
import { submitScorecard } from "../scorecards/submit-scorecard";
import { previewImport } from "./preview-import";
import { runImport } from "./run-import";

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

const preview = (csv: string, openingTitle?: string) =>
  world.as("Rosa", (ctx) => previewImport(ctx, openingTitle ? { csv, openingTitle } : { csv }));
const run = (csv: string, openingTitle?: string) =>
  world.as("Rosa", (ctx) => runImport(ctx, openingTitle ? { csv, openingTitle } : { csv }));
const candidatesOf = (openingId: string) =>
  world.as("Rosa", (ctx) => listCandidates(ctx, listCandidatesContract.input.parse({ openingId })));

test.skipIf(!existsSync(casesPath()))(
  "the reference panel of 60 candidates and 25 interviewers comes in right to the count, once",
  async () => {
    const csv = readFileSync(`${casesPath()}/panel_60x25x5.csv`, "utf8");
    const lines = csv
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split(",").map(Number));
    const done = await run(csv, "Panel 60 x 25");
    expect(done.creates).toMatchObject({ openings: 1, candidates: 60, members: 25, ratings: lines.length });
    const list = await candidatesOf(done.openingId ?? "");
    expect(list.candidates).toHaveLength(60);
    const third = list.candidates.find(({ candidate }) => candidate.name === "Candidate 3");
    for (const [number, dimension] of [
      [1, "ownership"],
      [5, "calibration"],
    ] as const) {
      const expected: Record<string, number> = {};
      for (const [candidate, , dim, score = 0] of lines) {
        const key = String(dimension === "calibration" ? score - 3 : score);
        if (candidate === 3 && dim === number) expected[key] = (expected[key] ?? 0) + 1;
      }
      expect(third?.dimensions[dimension].counts).toEqual(expected);
    }
    const sheet = await world.as("Lena", (ctx) => getPanelSheet(ctx, { openingId: done.openingId ?? "" }));
    expect(sheet).toMatchObject({
      candidates: 60,
      scorecards: new Set(lines.map(([c, r]) => `${c} ${r}`)).size,
    });
    for (const [place, dimension] of sheet.dimensions.entries())
      expect(dimension).toMatchObject(recounted(lines, place + 1));
    const raters = new Map(sheet.interviewers.map(({ member, candidates }) => [member.name, candidates]));
    for (const rater of new Set(lines.map(([, r]) => r)))
      expect(raters.get(`Interviewer ${rater} (Panel 60 x 25)`)).toBe(
        new Set(lines.filter(([, r]) => r === rater).map(([c]) => c)).size,
      );

    const again = await run(csv, "Panel 60 x 25");
    expect(again.creates).toMatchObject({
      openings: 0,
      candidates: 0,
      members: 0,
      scorecards: 0,
      ratings: 0,
    });
    expect(again).toMatchObject({ unchanged: lines.length, openingId: done.openingId });
    // An administrator does not see the scores, and still may bring the same file in without harm.
    const byAmos = await world.as("Amos", (ctx) => runImport(ctx, { csv, openingTitle: "Panel 60 x 25" }));
    expect(byAmos).toMatchObject({ unchanged: lines.length, problemCount: 0 });
  },
);

/** What the sheet must say of one dimension, counted over pairs in the file's own lines. */
function recounted(lines: readonly number[][], dimension: number) {
  const marks = new Map<number, number[]>();
  for (const [candidate = 0, , dim, score = 0] of lines)
    if (dim === dimension) marks.set(candidate, [...(marks.get(candidate) ?? []), score]);
  const shared = [...marks.values()].filter((scores) => scores.length > 1);
  const spread = [0, 0, 0, 0, 0];
  let agreed = 0;
  for (const scores of shared) {
    const range = Math.max(...scores) - Math.min(...scores);
    spread[range] = (spread[range] ?? 0) + 1;
    const pairs = scores.flatMap((a, i) => scores.slice(i + 1).map((b) => a === b));
    agreed += pairs.filter(Boolean).length / pairs.length;
  }
  return {
    units: shared.length,
    spread,
    percentAgreement: { state: "known", value: expect.closeTo(agreed / shared.length, 12) },
  };
}

test("two people importing the same file at the same moment bring it in once", async () => {
  const csv = "candidate,rater,dimension,score\nVera,Ada,ownership,4\nVera,Ada,fix,3\n";
  await Promise.all([run(csv, "At once"), run(csv, "At once"), run(csv, "At once")]);
  const { openings } = await candidatesOf(world.openingId);
  const opening = openings.filter(({ title }) => title === "At once");
  expect(opening).toMatchObject([{ candidates: 1 }]);
});

test("every line that cannot be read is named, and nothing is written", async () => {
  const csv = [
    "candidate;interviewer;dim;score;at",
    "Wim;Ada;ownership;6;2026-05-01",
    "Wim;Ada;courage;3;",
    ";Ada;fix;3;",
    "Wim;Ada;fix;;",
    "Wim;Ada;noticing;3;May 1st",
    "Wim;Ada;consequence;3;",
    "Wim;Ada;consequence;4;",
  ].join("\n");
  const { problems, problemCount } = await preview(csv, "Never made");
  expect(problems.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 8]);
  expect(problemCount).toBe(6);
  await expect(run(csv, "Never made")).rejects.toMatchObject({ code: "INVALID" });
  const { openings } = await candidatesOf(world.openingId);
  expect(openings.map(({ title }) => title)).not.toContain("Never made");
});

test("not a table, an empty table and a missing column each get a sentence", async () => {
  expect((await preview("a\u0000b")).problems[0]?.message).toContain("not a text file");
  expect((await preview("candidate,rater,dimension,score\n")).problems[0]?.message).toContain(
    "nothing under it",
  );
  expect((await preview("candidate,score\nX,3\n")).problems[0]?.message).toContain("rater, dimension");
  expect((await preview('candidate,opening\n"X,Y\n')).problems[0]?.message).toContain("CSV");
});

test("a file that is not UTF-8 is not taken in with its names spoilt", async () => {
  const latin = Buffer.from("candidate,rater,dimension,score\nJ\u00fcrgen,Ada,fix,3\n", "latin1").toString(
    "utf8",
  );
  expect((await preview(latin, "Umlauts")).problems).toMatchObject([
    { line: 2, message: expect.stringContaining("UTF-8") },
  ]);
});

test("calibration's coding is read from its scores, and asked for when they do not tell", async () => {
  const file = (scores: string[]) =>
    `candidate,rater,dimension,score\n${scores.map((score, i) => `X${i},Ada,calibration,${score}`).join("\n")}`;
  expect((await preview(file(["5", "1"]), "C")).notes.join()).toContain("numbered 1-5");
  expect((await preview(file(["-2", "1"]), "C")).notes.join()).toContain("signed");
  expect((await preview(file(["1", "2"]), "C")).problemCount).toBe(1);
});

test("a submitted score is never overwritten by a file", async () => {
  const place = await world.interview("Xenia", ["Ada"]);
  const operations = completeCard([4, 4, 4, 4, 0]).map(tab(world.rubricVersionId));
  const open = "candidate,rater,dimension,score\nXenia,Ada,ownership,4\n";
  expect((await preview(open, "Backend engineer")).problems[0]?.message).toContain("is open");
  await world.as("Ada", (ctx) => applyOperations(ctx, { scorecardId: place.card("Ada"), operations }));
  await world.as("Ada", (ctx) => submitScorecard(ctx, { scorecardId: place.card("Ada") }));
  const other = "candidate,rater,dimension,score\nXenia,Ada,ownership,2\n";
  expect((await preview(other, "Backend engineer")).problems[0]?.message).toContain("cannot change");
});

test("interviews from a file stand on their interviewers' pages; the same file again adds none", async () => {
  const csv = [
    "candidate,opening,interviewer,at",
    "Yara,Site reliability,Ben,2026-12-01T10:00Z",
    "Yara,Site reliability,new.hand@example.com,2026-12-01T10:00Z",
  ].join("\n");
  expect((await run(csv)).creates).toMatchObject({ openings: 1, candidates: 1, members: 1, interviews: 1 });
  expect((await run(csv)).creates).toMatchObject({ openings: 0, candidates: 0, members: 0, interviews: 0 });
  const home = await world.as("Ben", (ctx) => listInterviews(ctx));
  const rows = [...home.today, ...home.next].filter(({ candidate }) => candidate.name === "Yara");
  expect(rows).toMatchObject([{ opening: { title: "Site reliability" }, state: "not-started" }]);
  expect(rows[0]?.seats).toHaveLength(2);
});

test("one interviewer under two spellings, or by name and by address, has one scorecard and one seat", async () => {
  const spelt = "candidate,rater,dimension,score\nZoe,Ingrid,fix,3\nZOE,INGRID,ownership,4\n";
  expect((await run(spelt, "Spelling")).creates).toMatchObject({ members: 1, scorecards: 1, ratings: 2 });
  const accents = "candidate,rater,dimension,score\nJose\u0301,Ben,fix,3\nJos\u00e9,Cleo,fix,4\n";
  expect((await run(accents, "Accents")).creates).toMatchObject({ candidates: 1, scorecards: 2 });

  const amos = world.member("Amos").id;
  const rated = `candidate,rater,dimension,score\nZoe,Amos,fix,3\nZoe,amos-${amos}@example.com,ownership,4\n`;
  expect((await preview(rated, "Spelling")).problems).toMatchObject([{ line: 3 }]);
  const seated = `candidate,rater,at\nZoe,Amos,2026-12-01\nZoe,amos-${amos}@example.com,2026-12-01\n`;
  expect((await preview(seated, "Spelling")).problems).toMatchObject([{ line: 3 }]);
});

test("the address of a deactivated member is named, not invited a second time", async () => {
  const email = "dora@example.com";
  await world.as("Amos", async (ctx) => {
    const id = await createMember(ctx, { name: "Dora", email, roles: ["interviewer"] });
    await changeMembership(ctx, { id, roles: ["interviewer"], active: false });
  });
  const csv = `candidate,rater,at\nYves,${email},2026-12-01\n`;
  expect((await preview(csv, "Away")).problems).toMatchObject([
    { line: 2, message: expect.stringContaining("deactivated") },
  ]);
});

test("one candidate in two openings of one file is rated in each", async () => {
  const csv = "opening,candidate,rater,dimension,score\nNorth,Kim,Ada,fix,3\nSouth,Kim,Ada,fix,5\n";
  expect((await run(csv)).creates).toMatchObject({ openings: 2, candidates: 2, scorecards: 2, ratings: 2 });
});

test("a day that does not exist and a text too long to keep are named, never a failure", async () => {
  const rows = [
    "Wim,Ada,fix,3,2026-02-31,",
    "Wim,Ada,ownership,3,0000-01-01,",
    "Wim,Ada,noticing,3,1899-12-30,",
  ];
  const long = [`Wim,Ada,consequence,3,,${"x".repeat(4001)}`, `${"W".repeat(121)},Ada,fix,3,,`];
  const csv = ["candidate,rater,dimension,score,at,evidence", ...rows, ...long].join("\n");
  expect((await preview(csv, "Odd")).problems.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6]);
});

test("interviewers may not import", async () => {
  await expect(world.as("Ada", (ctx) => previewImport(ctx, { csv: "candidate\nX" }))).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});
