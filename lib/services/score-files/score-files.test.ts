import { gzipSync } from "node:zlib";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { brokenInvariants } from "@/db/invariants";
import { createTestDatabase, type TestDatabase } from "@/db/testing/database";
import { layOutWorld, type World } from "@/db/testing/world";
import { SCORE_PART_BYTES, type ScoreChoices } from "@/lib/contracts/score-files";
import { bringScoreFile, ratingsOf } from "@/tests/support/score-file";
import { addScoreFile } from "./add-score-file";
import { chooseScoreColumns } from "./choose-score-columns";
import { discardScoreFile } from "./discard-score-file";
import { getScoreFile } from "./get-score-file";
import { getScoreSheet } from "./get-score-sheet";
import { keepScoreFile } from "./keep-score-file";
import { listScoreFiles } from "./list-score-files";
import { sendScorePart } from "./send-score-part";

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

/** A thread starts from the sources here, which takes longer than a built one. */
const READ = { timeout: 100_000, interval: 200 };

const bring = (who: string, content: string | Buffer, title?: string) =>
  bringScoreFile(world, who, content, title);

async function readingOf(who: string, fileId: string) {
  const look = () => world.as(who, (ctx) => getScoreFile(ctx, { fileId }));
  await expect.poll(async () => (await look()).reading.state, READ).toBe("read");
  const file = await look();
  if (file.reading.state !== "read") throw new Error("It was read a moment ago");
  return { ...file, reading: file.reading };
}

async function sheetOf(who: string, fileId: string) {
  const look = () => world.as(who, (ctx) => getScoreSheet(ctx, { fileId }));
  await expect.poll(async () => (await look()).state, READ).not.toBe("computing");
  return look();
}

const NAMES = ["Ada", "Ben", "Cleo", "Dora", "Emil", "Fay"];
/** Every interviewer on every candidate, a little noise, and Ben a point lower. */
const PLAIN = ratingsOf(Array.from({ length: 24 }, (_, i) => `Person ${i}`));
const ROWS = PLAIN.split("\n").slice(1);

test("a file of Lena's own becomes a whole panel sheet, and nothing of it a candidate, member or rating here", async () => {
  const before = await world.as("Lena", ({ tx }) => tx.execute("select count(*)::int as n from candidates"));
  const fileId = await bring("Lena", PLAIN);
  const { reading, choices } = await readingOf("Lena", fileId);
  expect(reading).toMatchObject({ problem: null, ratings: 144, candidates: 24, raters: 6, problemCount: 0 });
  expect(choices).toMatchObject({ candidate: "candidate", dimension: null });

  const answer = await sheetOf("Lena", fileId);
  if (answer.state !== "known") throw new Error(JSON.stringify(answer));
  const { sheet } = answer;
  expect(sheet).toMatchObject({ candidates: 24, scorecards: 144 });
  expect(sheet.interviewers.map(({ member }) => member.name)).toEqual(NAMES);
  const ben = sheet.interviewers[1]?.figures;
  expect(ben).toMatchObject({ state: "open", severity: { state: "known", verdict: "harsher" } });
  // Computed once: what was kept answers the same again.
  expect(await sheetOf("Lena", fileId)).toEqual(answer);
  const after = await world.as("Lena", ({ tx }) => tx.execute("select count(*)::int as n from candidates"));
  expect(after[0]?.n).toBe(before[0]?.n);
});

test("columns of other names are asked for, shown with their first rows, and read as chosen", async () => {
  const text = ["Bewerber;Wer;Merkmal;Note", "Müller;Ada;Fix;3,5", "Müller;Ben;Fix;4", "Öz;Ada;Fix;2"].join(
    "\n",
  );
  const fileId = await bring("Lena", Buffer.from(text, "latin1"));
  const asked = await readingOf("Lena", fileId);
  expect(asked.choices).toBeNull();
  expect(asked.reading.problem).toContain("candidate and rater and score are not among them");
  expect(asked.reading.columns).toEqual(["Bewerber", "Wer", "Merkmal", "Note"]);
  expect(asked.reading.sample[0]).toEqual(["Müller", "Ada", "Fix", "3,5"]);
  expect(await sheetOf("Lena", fileId)).toMatchObject({ state: "unreadable" });

  const choices: ScoreChoices = {
    ...{ candidate: "Bewerber", rater: "Wer", score: "Note", dimension: "Merkmal" },
    ...{ at: null, scale: null, bipolar: null },
  };
  await world.as("Lena", (ctx) => chooseScoreColumns(ctx, { fileId, choices }));
  const { reading } = await readingOf("Lena", fileId);
  expect(reading).toMatchObject({ problem: null, ratings: 3, candidates: 2, dimensions: ["Fix"] });
  expect(reading.notes[0]).toContain("read as Windows-1252, the first of them line 2");
});

test("what is wrong is said line by line, and the rest is read: duplicates, no score, off the scale, mixed encodings", async () => {
  const lines = Buffer.concat([
    Buffer.from("candidate,rater,dimension,score\nZoë,Ada,Fix,3\nZoë,Ada,Fix,5\n", "utf8"),
    Buffer.from("Zoë,Ben,Fix,4\n", "latin1"),
    Buffer.from(
      "Zoë,Cleo,Fix,lots\n,Ada,Fix,3\nMia,Ada,Fix,n/a\nMia,Ben,Calibration,-2\nMia,Ben,Fix,9\n",
      "utf8",
    ),
  ]);
  const fileId = await bring("Lena", lines);
  const first = await readingOf("Lena", fileId);
  // A dimension called Calibration is taken for the two-sided one, as our own exports mean it.
  expect(first.choices?.bipolar).toBe("Calibration");
  if (!first.choices) throw new Error("It found its columns");
  const choices = { ...first.choices, scale: { lowest: 1, highest: 5 } };
  await world.as("Lena", (ctx) => chooseScoreColumns(ctx, { fileId, choices }));
  const { reading } = await readingOf("Lena", fileId);
  expect(reading.problems.map(({ line, message }) => [line, message.replace(/ \(.*?\)/, "")])).toEqual([
    [3, expect.stringContaining("duplicate of line 2")],
    [5, '"lots" is not a score; left out'],
    [6, "no candidate; left out"],
    [7, "no score; left out"],
    [9, "score 9 is outside the scale 1 to 5; left out"],
  ]);
  expect(reading).toMatchObject({ ratings: 3, candidates: 2, problemCount: 5, problem: null });
});

test.each([
  ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), "not a text file"],
  ["a workbook", Buffer.from("PK\u0003\u0004 rest of it"), "Save the sheet as CSV first"],
  ["only names", "candidate,rater,score\n", "no rows of ratings"],
  ["a line end", "\n", "empty"],
  ["half a compressed file", gzipSync(PLAIN).subarray(0, -12), "damaged or cut short"],
])("%s is refused in words, and stays to be replaced", async (_, content, words) => {
  const fileId = await bring("Lena", content);
  const { reading } = await readingOf("Lena", fileId);
  expect(reading.problem).toContain(words);
  expect(await sheetOf("Lena", fileId)).toMatchObject({ state: "unreadable" });
});

test("a file too long for this thread is read and computed on one of its own, to the same sheet", async () => {
  const long = ["candidate,rater,score,remark", ...ROWS.map((row) => `${row},${"long ".repeat(250)}`)].join(
    "\n",
  );
  const [apart, here] = [await bring("Lena", long), await bring("Lena", PLAIN)];
  const { reading } = await readingOf("Lena", apart);
  expect(reading).toMatchObject({ ratings: 144, notes: ["Not used: remark."] });
  const figures = async (fileId: string) => {
    const answer = await sheetOf("Lena", fileId);
    return answer.state === "known" ? { ...answer.sheet, computedAt: "", modelNotes: [] } : answer;
  };
  expect(await figures(apart)).toEqual(await figures(here));
}, 120_000);

test("a compressed file is read as what is in it", async () => {
  const { reading } = await readingOf("Lena", await bring("Lena", gzipSync(PLAIN)));
  expect(reading).toMatchObject({ problem: null, ratings: 144 });
});

test("pieces come in any order, twice, and never of another file; it is read once all are here", async () => {
  const bytes = Buffer.alloc(SCORE_PART_BYTES + 30, "x");
  const fileId = v7();
  await world.as("Lena", (ctx) => addScoreFile(ctx, { fileId, title: "long.csv", bytes: bytes.length }));
  const piece = (from: number, to: number) => bytes.subarray(from, to).toString("base64");
  const send = (who: string, place: number, content: string) =>
    world.as(who, (ctx) => sendScorePart(ctx, { fileId, place, content }));
  await expect(send("Lena", 1, piece(0, 29))).rejects.toMatchObject({ code: "INVALID" });
  await expect(send("Marta", 1, piece(0, 30))).rejects.toMatchObject({ code: "NOT_FOUND" });
  for (let twice = 0; twice < 2; twice++) await send("Lena", 1, piece(0, 30));
  expect(await world.as("Lena", (ctx) => getScoreFile(ctx, { fileId }))).toMatchObject({
    reading: { state: "computing", progress: "1 of 2 pieces are here" },
  });
  const early = world.as("Lena", (ctx) => getScoreSheet(ctx, { fileId }));
  await expect(early).rejects.toMatchObject({ code: "CONFLICT" });
  expect(await send("Lena", 0, piece(0, SCORE_PART_BYTES))).toMatchObject({ arrived: 2, parts: 2 });
});

test("only its lead sees a file until it is kept; discarded, it is gone for everybody; unkept, it goes by itself", async () => {
  const fileId = await bring("Lena", PLAIN, "panel of June.csv");
  const titles = async (who: string) => (await world.as(who, listScoreFiles)).files.map(({ title }) => title);
  expect(await titles("Marta")).toEqual([]);
  await expect(world.as("Ada", listScoreFiles)).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect(await world.as("Lena", (ctx) => keepScoreFile(ctx, { fileId }))).toMatchObject({ expiresAt: null });
  expect(await titles("Marta")).toEqual(["panel of June.csv"]);
  await world.as("Marta", (ctx) => discardScoreFile(ctx, { fileId }));
  expect(await titles("Lena")).not.toContain("panel of June.csv");

  const mine = await titles("Lena");
  expect(mine.length).toBeGreaterThan(0);
  const tomorrow = (ctx: Parameters<typeof listScoreFiles>[0]) => ({
    ...ctx,
    now: new Date(ctx.now.getTime() + 25 * 3_600_000),
  });
  expect((await world.as("Lena", (ctx) => listScoreFiles(tomorrow(ctx)))).files).toEqual([]);
  const left = await world.as("Lena", ({ tx }) =>
    tx.execute("select count(*)::int as n from score_file_parts"),
  );
  expect(left[0]?.n).toBe(0);
});
