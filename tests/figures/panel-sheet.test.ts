import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect, type Database } from "@/db/client";
import { type Context, withOrganization } from "@/db/context";
import { seedDemo } from "@/db/seed/index";
import { createTestDatabase, type TestDatabase } from "@/db/testing/database";
import { readTable } from "@/lib/commands/analyze/read-table";
import { type SheetFigures, sheetFigures } from "@/lib/contracts/panel-figures";
import { ALL_OPENINGS, type PanelSheet } from "@/lib/contracts/panels";
import { DEFAULT_RUBRIC } from "@/lib/domain/default-rubric";
import { DEFAULT_FOLD } from "@/lib/domain/rubric";
import { DIMENSIONS, marksOf, POSITIONS } from "@/lib/domain/scale";
import { exportOpening } from "@/lib/services/exports/export-opening";
import { getPanelSheet } from "@/lib/services/panels/get-panel-sheet";
import { sheetOf } from "@/lib/services/panels/sheet-of";
import { actingAs, layOutOpening, scored } from "@/tests/support/opening";

/** Two sheets and two reports, each a whole fit. */
const FITS_MS = 120_000;

const folder = mkdtempSync(join(tmpdir(), "plumbline-sheet-"));
let records: TestDatabase;
let database: Database;

beforeAll(async () => {
  records = await createTestDatabase();
  await seedDemo(records.ownerUrl, { today: new Date() });
  database = connect(records.url, { max: 1 });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.$client.end();
  await records.drop();
});

/** Long after everybody has had their own figures to themselves: this is about figures, not about who reads them. */
const LATER_MS = 60 * 86_400_000;
const asLena = <T>(work: (ctx: Context) => Promise<T>) =>
  withOrganization(database, { ...actingAs("lena"), now: new Date(Date.now() + LATER_MS) }, work);

/** Openings with every rating in them as the files a lead downloads, one below the other. */
async function exportedFile(openingIds: readonly string[]): Promise<string> {
  const lines: string[] = [];
  for (const openingId of openingIds) {
    const chunks: Uint8Array[] = [];
    await asLena(async (ctx) => {
      const { body } = await exportOpening(ctx, { openingId, format: "csv" });
      for await (const chunk of body(ctx)) chunks.push(Buffer.from(chunk));
    });
    const [head, ...rest] = Buffer.concat(chunks)
      .toString("utf8")
      .split(/(?<=\n)/);
    lines.push(...(lines.length === 0 ? [head ?? ""] : []), ...rest);
  }
  const file = join(folder, "openings.csv");
  writeFileSync(file, lines.join(""));
  return file;
}

const FOLD = new Map(POSITIONS.map((position) => [position, DEFAULT_FOLD[`${position}`]]));

/** What `npm run analyze -- FILE --panel --scale 1:5 --bipolar calibration --fold ...` reports of a file. */
async function analyzed(file: string, like: PanelSheet): Promise<SheetFigures> {
  const options = {
    ...{ file, json: true, panel: true, scale: { lowest: 1, highest: 5 }, bipolar: "calibration", seed: 1 },
    fold: FOLD,
  };
  const table = await readTable(options, () => {});
  const named = new Map(like.interviewers.map((each) => [each.member.name, each]));
  return sheetOf(
    {
      table,
      options,
      dimensions: DIMENSIONS.map((key) => ({
        key,
        name: DEFAULT_RUBRIC.dimensions[key].name,
        levels: marksOf(key),
      })),
      // Who a name is, and what no file of observed ratings holds, is no figure: taken from the sheet.
      raterOf: (name) => named.get(name) ?? null,
      candidateOf: (name) => name,
      scorecards: like.scorecards,
    },
    new Date(like.computedAt),
  );
}

/** Every number below `a` beside the one at the same place of `b`. */
function compared(a: unknown, b: unknown, at = "sheet"): [path: string, a: unknown, b: unknown][] {
  if (typeof a !== "object" || a === null) return [[at, a, b]];
  const [left, right] = [a as Record<string, unknown>, (b ?? {}) as Record<string, unknown>];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].flatMap((key) =>
    compared(left[key], right[key], `${at}.${key}`),
  );
}

/** Whom a note names follows the order of the rows, and a file tells namesakes apart by their address. */
const withoutNames = (note: string) => note.replace(/: .*$/s, "");

async function expectSame(openingIds: readonly string[], openingId: string): Promise<number> {
  const sheet = await asLena((ctx) => getPanelSheet(ctx, { openingId }));
  // The figures without what the page has beside them.
  const figures = sheetFigures.parse(sheet);
  const file = await analyzed(await exportedFile(openingIds), sheet);
  // What is said of lines and columns is said of a file only.
  const modelNotes = file.modelNotes.filter((note) => !/left out|Columns not used/.test(note));
  const pairs = compared(
    { ...figures, modelNotes: figures.modelNotes.map(withoutNames) },
    { ...file, modelNotes: modelNotes.map(withoutNames) },
  );
  for (const [path, mine, theirs] of pairs) {
    // Of several pairs that would help equally, which one is named first follows the order of the rows.
    if (/extra\.(candidate|interviewer)/.test(path)) continue;
    const expected = typeof theirs === "number" ? expect.closeTo(theirs, 6) : theirs;
    expect({ path, figure: mine }).toEqual({ path, figure: expected });
  }
  return pairs.filter(([, mine]) => typeof mine === "number").length;
}

test(
  "every figure on a sheet is the figure of npm run analyze --panel on the exported file: one opening, and all",
  async () => {
    const { openings } = await asLena((ctx) => getPanelSheet(ctx, {}));
    const scored = openings.filter(({ candidates }) => candidates > 0);
    const [small] = scored.toSorted((a, b) => a.candidates - b.candidates);
    expect(await expectSame([small?.id ?? ""], small?.id ?? "")).toBeGreaterThan(100);
    const ids = openings.map(({ id }) => id);
    expect(await expectSame(ids, ALL_OPENINGS)).toBeGreaterThan(300);
  },
  FITS_MS,
);

test("also where one person scored a candidate twice, two candidates bear one name, and a mark was not observed", async () => {
  const { openingId, applicationId } = await layOutOpening(database, "Night porter", {
    "Tess One": { ada: scored([4, 4, 3, null, 0], "Ada"), ben: scored([2, 4, 4, 4, 1], "Ben") },
    "Tess Two": { ada: scored([2, 1, 3, 3, -2], "Ada"), ben: scored([5, 3, 3, null, 2], "Ben") },
    "Tess Again": { ada: scored([5, 5, 5, 5, 0], "Ada") },
  });
  const owner = postgres(records.ownerUrl, { max: 1 });
  await owner.begin(async (tx) => {
    const [again, first] = [applicationId("Tess Again"), applicationId("Tess One")];
    await tx`update interviews set application_id = ${first} where application_id = ${again}`;
    await tx`update submitted_marks set application_id = ${first} where application_id = ${again}`;
    await tx`update candidates set name = 'Tess Twin' where name in ('Tess One', 'Tess Two')`;
  });
  await owner.end();
  const sheet = await asLena((ctx) => getPanelSheet(ctx, { openingId }));
  expect(sheet).toMatchObject({ candidates: 2, scorecards: 5 });
  expect(await expectSame([openingId], openingId)).toBeGreaterThan(50);
});

test("Greta is the severe one of the demo's cast, Farid the lenient: where the sheet knows, it says so", async () => {
  const sheet = await asLena((ctx) => getPanelSheet(ctx, { openingId: ALL_OPENINGS }));
  const known = sheet.interviewers.flatMap(({ member, figures }) =>
    figures.state === "open" && figures.severity.state === "known"
      ? [{ member, severity: figures.severity.value }]
      : [],
  );
  expect(known.length).toBeGreaterThan(4);
  for (const { member, severity } of known) {
    if (member.name.startsWith("Greta")) expect(severity).toBeGreaterThan(0);
    if (member.name.startsWith("Farid")) expect(severity).toBeLessThan(0);
  }
  const names = sheet.interviewers.map(({ member }) => member.name);
  expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, "en", { numeric: true })));
});
