import { parse } from "csv-parse/sync";
import ExcelJS from "exceljs";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { Context } from "@/db/context";
import { createTestDatabase, type TestDatabase } from "@/db/testing/database";
import { layOutWorld, type PlacedInterview, type World } from "@/db/testing/world";
import { createOpening } from "@/db/writes/interviewing";
import { compareCandidatesContract, listCandidatesContract } from "@/lib/contracts/candidates";
import {
  exportCandidatesContract,
  exportComparisonContract,
  exportHeatmapContract,
} from "@/lib/contracts/exports";
import { fold, weights } from "@/lib/contracts/rubric";
import { DIMENSIONS, type Mark } from "@/lib/domain/scale";
import { chanceOf } from "@/lib/domain/standing";
import { completeCard, tab } from "@/tests/support/operations";
import { compareCandidates } from "../candidates/compare-candidates";
import { listCandidates } from "../candidates/list-candidates";
import { decideDebrief } from "../debriefs/decide-debrief";
import { openDebrief } from "../debriefs/open-debrief";
import { revealDebrief } from "../debriefs/reveal-debrief";
import { runImport } from "../imports/run-import";
import { amendScorecard } from "../scorecards/amend-scorecard";
import { applyOperations } from "../scorecards/apply-operations";
import { submitScorecard } from "../scorecards/submit-scorecard";
import { exportCandidates } from "./export-candidates";
import { exportComparison } from "./export-comparison";
import { exportDossier } from "./export-dossier";
import { exportHeatmap } from "./export-heatmap";
import { exportOpening } from "./export-opening";
import type { Download } from "./table";

/** A name and a note that a spreadsheet would run. */
const RISKY = '=HYPERLINK("http://x","Mira")';

let records: TestDatabase;
let world: World;
let risky: PlacedInterview;
let plain: PlacedInterview;

beforeAll(async () => {
  records = await createTestDatabase();
  world = await layOutWorld(records.url);
  risky = await world.interview(RISKY, ["Ada", "Ben"]);
  plain = await world.interview("Noor", ["Ada", "Ben", "Iris"]);
  await score("Ada", risky, [4, 5, 3, 4, -1]);
  await score("Ben", risky, [3, 4, 3, 3, 1]);
  await score("Ada", plain, [2, 2, 2, 2, 0]);
  await score("Ben", plain, [5, 5, 5, 5, 2]);
});
afterAll(async () => {
  await world.end();
  await records.drop();
});

async function score(who: string, place: PlacedInterview, marks: readonly Mark[]): Promise<void> {
  const operations = completeCard(marks).map(tab(world.rubricVersionId));
  const scorecardId = place.card(who);
  await world.as(who, (ctx) => applyOperations(ctx, { scorecardId, operations }));
  await world.as(who, (ctx) => submitScorecard(ctx, { scorecardId }));
}

/** The file as it arrives: decided in one transaction, read in another. */
async function file(who: string, verb: (ctx: Context) => Promise<Download>): Promise<Buffer> {
  const download = await world.as(who, verb);
  return world.as(who, async (ctx) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of download.body(ctx)) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks);
  });
}

const csvRows = (bytes: Buffer): Record<string, string>[] =>
  z.array(z.record(z.string(), z.string())).parse(parse(bytes, { bom: true, columns: true }));
const list = (who: string, format: "csv" | "xlsx" = "csv") =>
  file(who, (ctx) =>
    exportCandidates(ctx, exportCandidatesContract.input.parse({ openingId: world.openingId, format })),
  );
const opening = (who: string, format: "json" | "csv") =>
  file(who, (ctx) => exportOpening(ctx, { openingId: world.openingId, format }));

test("the list's file holds the numbers and the order of the list, and nothing that runs", async () => {
  const rows = csvRows(await list("Rosa"));
  const { candidates } = await world.as("Rosa", (ctx) =>
    listCandidates(ctx, listCandidatesContract.input.parse({ openingId: world.openingId })),
  );
  expect(rows.map((row) => row.Candidate)).toEqual(["Noor", `'${RISKY}`].sort());
  for (const [place, { composite, counted, dimensions }] of candidates.entries()) {
    expect(rows[place]).toMatchObject({
      Composite: composite.state === "complete" ? String(Number(composite.value.toFixed(2))) : "incomplete",
      "Scorecards counted": String(counted),
      "ownership, n": String(dimensions.ownership.n),
      "calibration +1": String(dimensions.calibration.counts["1"] ?? 0),
    });
  }
});

test("Excel reads the same cells as text and numbers", async () => {
  const book = new ExcelJS.Workbook();
  const bytes = await list("Rosa", "xlsx");
  await book.xlsx.load(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
  );
  const [sheet] = book.worksheets;
  const names = sheet?.getColumn(1).values.filter(Boolean);
  expect(names).toHaveLength(3);
  expect(names).toContain(RISKY);
  const cell = sheet?.getColumn(1).values.indexOf(RISKY) ?? 0;
  expect(sheet?.getCell(cell, 1).type).toBe(ExcelJS.ValueType.String);
  expect(sheet?.getCell(cell, 3).type).toBe(ExcelJS.ValueType.Number);
});

test("what the CSV of an opening holds comes back in unchanged in an organisation of its own", async () => {
  const csv = (await opening("Rosa", "csv")).toString("utf8");
  const second = await layOutWorld(records.url, "Second House");
  try {
    const done = await second.as("Rosa", (ctx) => runImport(ctx, { csv }));
    expect(done).toMatchObject({ problemCount: 0 });
    const again = await second.as("Rosa", async (ctx) => {
      const download = await exportOpening(ctx, { openingId: done.openingId ?? "", format: "csv" });
      const parts: string[] = [];
      for await (const chunk of download.body(ctx)) parts.push(Buffer.from(chunk).toString("utf8"));
      return parts.join("");
    });
    const sorted = (text: string) =>
      csvRows(Buffer.from(text))
        .map((row) => JSON.stringify(row))
        .sort();
    expect(sorted(again)).toEqual(sorted(csv));
    expect(sorted(csv)).toHaveLength(4 * DIMENSIONS.length);
  } finally {
    await second.end();
  }
});

const Whole = z.object({
  rubricVersions: z.array(z.object({ id: z.string(), weights, fold })),
  hiddenInterviews: z.number(),
  candidates: z.array(
    z.object({
      candidate: z.object({ name: z.string() }),
      composite: z.object({ state: z.string(), value: z.number().optional() }),
      stage: z.string(),
      interviews: z.array(
        z.object({
          hiddenFromYou: z.boolean(),
          seats: z.array(
            z.object({ member: z.object({ name: z.string() }), submittedAt: z.string().nullable() }),
          ),
          debrief: z.object({
            steps: z.array(z.object({ step: z.string(), reason: z.string().nullable() })),
            decisions: z.array(
              z.object({ outcome: z.string(), tookPart: z.array(z.object({ name: z.string() })) }),
            ),
          }),
          scorecards: z.array(
            z.object({
              rubricVersionId: z.string(),
              ratings: z.record(z.string(), z.object({ state: z.string(), mark: z.number().optional() })),
            }),
          ),
        }),
      ),
    }),
  ),
});

test("the JSON alone is enough to recompute a composite by hand", async () => {
  const whole = Whole.parse(JSON.parse((await opening("Rosa", "json")).toString("utf8")));
  const noor = whole.candidates.find(({ candidate }) => candidate.name === "Noor");
  const [version] = whole.rubricVersions;
  const cards = noor?.interviews.flatMap(({ scorecards }) => scorecards) ?? [];
  expect(cards).toHaveLength(2);
  let sum = 0;
  for (const dimension of DIMENSIONS) {
    const marks = cards.map(({ ratings }) => ratings[dimension]?.mark ?? Number.NaN);
    const folded = marks.map((mark) =>
      dimension === "calibration" ? (version?.fold[`${mark}` as "0"] ?? Number.NaN) : mark,
    );
    sum += (version?.weights[dimension] ?? 0) * ((folded[0] ?? 0) + (folded[1] ?? 0)) * 0.5;
  }
  expect(noor?.composite.value).toBeCloseTo(sum / 100, 12);
});

test("Iris, recruiter with an open seat at Noor's, gets every file without that interview; Rosa's have it", async () => {
  const comparison = (who: string) =>
    file(who, (ctx) =>
      exportComparison(
        ctx,
        exportComparisonContract.input.parse({
          applications: `${risky.applicationId},${plain.applicationId}`,
          format: "csv",
        }),
      ),
    );
  const heatmap = (who: string) =>
    file(who, (ctx) =>
      exportHeatmap(ctx, exportHeatmapContract.input.parse({ openingId: world.openingId, format: "csv" })),
    );
  const about = (rows: Record<string, string>[]) => rows.filter((row) => row.Candidate === "Noor");

  expect(about(csvRows(await list("Iris")))).toMatchObject([
    { Composite: "incomplete", "Scorecards counted": "0", Submitted: "2", ownership: "" },
  ]);
  expect(about(csvRows(await list("Rosa")))).toMatchObject([{ "Scorecards counted": "2", ownership: "3.5" }]);
  expect(about(csvRows(await heatmap("Iris")))).toMatchObject([{ "Scorecards counted": "0", ownership: "" }]);
  expect(about(csvRows(await heatmap("Rosa")))).toMatchObject([{ "Scorecards counted": "2" }]);
  const marks = (rows: Record<string, string>[]) => about(rows).filter((row) => row.Dimension === "fix");
  expect(marks(csvRows(await comparison("Iris")))).toEqual([]);
  expect(marks(csvRows(await comparison("Rosa")))).toHaveLength(2);
  const lines = (rows: Record<string, string>[]) => rows.filter((row) => row.candidate === "Noor");
  expect(lines(csvRows(await opening("Iris", "csv")))).toEqual([]);
  expect(lines(csvRows(await opening("Rosa", "csv")))).toHaveLength(2 * DIMENSIONS.length);
  const [hers, his] = [await opening("Iris", "json"), await opening("Rosa", "json")].map((bytes) =>
    Whole.parse(JSON.parse(bytes.toString("utf8"))),
  );
  const scored = (whole: z.output<typeof Whole> | undefined) =>
    whole?.candidates.find(({ candidate }) => candidate.name === "Noor")?.interviews[0]?.scorecards.length;
  expect([scored(hers), hers?.hiddenInterviews]).toEqual([0, 1]);
  expect([scored(his), his?.hiddenInterviews]).toEqual([2, 0]);
});

test("every export leaves an audit row, and an interviewer gets none", async () => {
  const deeds = () =>
    world.as("Amos", async ({ tx }) => {
      const rows = await tx.execute<{ action: string }>(
        "select action from audit_events where action like 'export.%' order by seq",
      );
      return rows.map(({ action }) => action);
    });
  const before = (await deeds()).length;
  await list("Rosa");
  await opening("Rosa", "json");
  expect((await deeds()).slice(before)).toEqual(["export.list", "export.opening"]);
  await expect(list("Ada")).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(opening("Ada", "json")).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("the JSON tells who has not scored yet and what was decided; to who is still to score there, seats alone", async () => {
  await world.as("Lena", (ctx) =>
    openDebrief(ctx, { interviewId: plain.interviewId, reason: "Iris is away" }),
  );
  await world.as("Lena", (ctx) => revealDebrief(ctx, { interviewId: plain.interviewId }));
  await world.as("Lena", (ctx) =>
    decideDebrief(ctx, {
      interviewId: plain.interviewId,
      decisionId: v7(),
      outcome: "go-on",
      rationale: "Heard enough",
      tookPart: [world.member("Ada").id, world.member("Ben").id],
    }),
  );
  const noorFor = async (who: string) => {
    const whole = Whole.parse(JSON.parse((await opening(who, "json")).toString("utf8")));
    const noor = whole.candidates.find(({ candidate }) => candidate.name === "Noor");
    const [interview] = noor?.interviews ?? [];
    const waiting = interview?.seats.filter(({ submittedAt }) => submittedAt === null);
    return { stage: noor?.stage, interview, waiting: waiting?.map(({ member }) => member.name) };
  };
  const his = await noorFor("Rosa");
  expect(his).toMatchObject({ stage: "scoring", waiting: ["Iris"] });
  expect(his.interview).toMatchObject({
    hiddenFromYou: false,
    debrief: {
      steps: [{ step: "opened-early", reason: "Iris is away" }, { step: "revealed" }],
      decisions: [{ outcome: "go-on", tookPart: [{ name: "Ada" }, { name: "Ben" }] }],
    },
  });
  const hers = await noorFor("Iris");
  expect(hers).toMatchObject({ stage: "scoring", waiting: ["Iris"] });
  expect(hers.interview).toMatchObject({
    hiddenFromYou: true,
    scorecards: [],
    debrief: { steps: [], decisions: [] },
  });
});

test("the file of a comparison is that of its view: marks, the heatmap's figures, or marks with their evidence", async () => {
  const of = async (view: "marks" | "heatmap" | "packet") =>
    csvRows(
      await file("Rosa", (ctx) =>
        exportComparison(
          ctx,
          exportComparisonContract.input.parse({
            applications: `${risky.applicationId},${plain.applicationId}`,
            format: "csv",
            view,
          }),
        ),
      ),
    );
  const heat = await of("heatmap");
  expect(heat.map((row) => [row.Candidate, row.ownership])).toEqual([
    [`'${RISKY}`, "3.5"],
    ["Noor", "3.5"],
  ]);
  const [marks, packet] = [await of("marks"), await of("packet")];
  expect(packet.map(({ Evidence: _, ...row }) => row)).toEqual(marks);
  expect(packet.filter(({ Evidence }) => Evidence).length).toBeGreaterThan(0);
});

test("the file of a dossier holds every mark with its evidence and what was said later; Iris gets none of Noor's", async () => {
  const dossier = async (who: string) =>
    csvRows(
      await file(who, (ctx) => exportDossier(ctx, { applicationId: plain.applicationId, format: "csv" })),
    );
  await world.as("Ada", (ctx) =>
    amendScorecard(ctx, {
      scorecardId: plain.card("Ada"),
      amendmentId: v7(),
      change: { field: "rating", dimension: "fix", value: { state: "observed", mark: 4 } },
      reason: "Heard it again",
    }),
  );
  const rows = await dossier("Rosa");
  const marks = rows
    .filter(({ What }) => What === "fix")
    .map((row) => [row.Interviewer, row.Value, row.Weight]);
  expect(marks).toEqual([
    ["Ada", "2", "20"],
    ["Ben", "5", "20"],
  ]);
  expect(rows.find(({ What }) => What === "fix, later")).toMatchObject({
    Interviewer: "Ada",
    Value: "4",
    "Evidence or reason": "Heard it again",
  });
  const hers = await dossier("Iris");
  expect(hers.map(({ What, Value }) => [What, Value])).toEqual([["Composite", "incomplete"]]);
});

test("fair scores, their intervals and every pair read in the file as the API answers them", async () => {
  const openingId = await world.as("Amos", (ctx) => createOpening(ctx, { title: "Cooper" }));
  const places: PlacedInterview[] = [];
  for (const [at, mark] of ([5, 4, 2] as const).entries()) {
    const place = await world.interview(`Cooper ${at}`, ["Ada", "Ben", "Cleo"], openingId);
    places.push(place);
    await score("Ada", place, [mark, mark, mark, mark, 0]);
    await score("Ben", place, [mark, mark, 3, mark, 0]);
    await score("Cleo", place, [mark, 3, mark, mark, 1]);
  }
  const input = { applications: places.map(({ applicationId }) => applicationId).join(",") };
  const { candidates, pairs } = await world.as("Rosa", (ctx) =>
    compareCandidates(ctx, compareCandidatesContract.input.parse(input)),
  );
  const rows = csvRows(
    await file("Rosa", (ctx) =>
      exportComparison(ctx, exportComparisonContract.input.parse({ ...input, format: "csv" })),
    ),
  );
  const value = (dimension: string, name: string) =>
    Number(rows.find((row) => row.Dimension === dimension && row.Candidate === name)?.Mark);
  for (const { candidate, fair } of candidates) {
    if (fair.state !== "known") throw new Error(`${candidate.name} was scored by three`);
    expect(value("Fair score", candidate.name)).toBe(Number(fair.value.toFixed(2)));
    expect(value("Fair score, from (95 %)", candidate.name)).toBe(Number(fair.interval[0].toFixed(2)));
    expect(value("Fair score, to (95 %)", candidate.name)).toBe(Number(fair.interval[1].toFixed(2)));
  }
  const chances = rows.filter((row) => row.Dimension === "Chance of being better, %");
  expect(chances.map((row) => Number(row.Mark))).toEqual(
    pairs.map((pair) => (pair.state === "known" ? chanceOf(pair.probability) : null)),
  );
  expect(chances).toHaveLength(3);
});
