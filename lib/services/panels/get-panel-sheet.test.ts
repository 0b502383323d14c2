import { afterAll, beforeAll, expect, test } from "vitest";
import { connect, type Database } from "@/db/client";
import { withOrganization } from "@/db/context";
import type { SheetRecord } from "@/db/queries/submitted-marks";
import { seedDemo } from "@/db/seed/index";
import { createTestDatabase, type TestDatabase } from "@/db/testing/database";
import { ALL_VERSIONS, getPanelSheetContract } from "@/lib/contracts/panels";
import { rubricFile } from "@/lib/contracts/rubric-versions";
import { actingAs, layOutOpening, scored, UNTOUCHED } from "@/tests/support/opening";
import { changeRubricDraft } from "../rubrics/change-rubric-draft";
import { draftRubric } from "../rubrics/draft-rubric";
import { publishRubricDraft } from "../rubrics/publish-rubric-draft";
import { debriefQueue } from "./debrief-queue";
import { getPanelSheet } from "./get-panel-sheet";

let records: TestDatabase;
let database: Database;

beforeAll(async () => {
  records = await createTestDatabase();
  await seedDemo(records.ownerUrl, { today: new Date() });
  database = connect(records.url, { max: 1 });
});
afterAll(async () => {
  await database.$client.end();
  await records.drop();
});

const sheetOf = (openingId: string, key: "lena" | "marek" | "rosa") =>
  withOrganization(database, actingAs(key), (ctx) => getPanelSheet(ctx, { openingId }));

test("two candidates worked by hand: spread, agreement, use of levels, who needs a debrief and why", async () => {
  const { openingId, applicationId } = await layOutOpening(database, "Rota planner", {
    "Calm Candidate": { ada: scored([4, 4, 3, 4, 0], "Ada"), ben: scored([4, 4, 4, 4, 0], "Ben") },
    "Split Candidate": {
      ada: scored([2, 3, 3, 3, -2], "Ada"),
      ben: scored([5, 3, 3, null, 1], "Ben", { "fake-mistake": "He chose it himself in the end" }),
    },
  });
  const sheet = await sheetOf(openingId, "lena");
  expect(getPanelSheetContract.output.parse(sheet)).toEqual(sheet);
  expect(sheet).toMatchObject({ candidates: 2, scorecards: 4, blindInterviews: 0 });

  const [ownership, noticing, , fix, calibration] = sheet.dimensions;
  expect(ownership).toMatchObject({
    units: 2,
    spread: [1, 0, 0, 1, 0],
    percentAgreement: { value: 0.5 },
  });
  expect(noticing).toMatchObject({ spread: [2, 0, 0, 0, 0], percentAgreement: { value: 1 } });
  // Ben did not observe the fix: that candidate is no unit there, and not a 0.
  expect(fix).toMatchObject({ units: 1, spread: [1, 0, 0, 0, 0] });
  expect(calibration).toMatchObject({ spread: [1, 0, 0, 1, 0] });
  expect(sheet.dimensions.every(({ alpha }) => alpha.state === "not-enough")).toBe(true);

  expect(
    sheet.interviewers.map(({ member, scorecards, figures }) => [
      member.name,
      scorecards,
      figures.state === "open" && figures.use.ownership,
    ]),
  ).toEqual([
    ["Ada Lindgren", 2, [0, 1, 0, 1, 0]],
    ["Ben Okoro", 2, [0, 0, 0, 1, 1]],
  ]);
  expect(sheet.debriefs).toMatchObject([
    {
      applicationId: applicationId("Split Candidate"),
      reasons: [
        { kind: "split", from: -2, to: 1 },
        { kind: "spread", dimension: "ownership", from: 2, to: 5 },
        { kind: "trap", trap: "fake-mistake", dimension: "ownership", level: 5 },
      ],
    },
  ]);
});

test("Marek, lead and interviewer, gets a sheet without the interview he is still to score; Lena's has it", async () => {
  const { openingId } = await layOutOpening(database, "Payroll analyst", {
    "Open Candidate": {
      ada: scored([1, 1, 1, 1, -2], "Ada"),
      ben: scored([5, 5, 5, 5, 2], "Ben"),
      marek: UNTOUCHED,
    },
    "Closed Candidate": { ada: scored([3, 3, 3, 3, 0], "Ada"), ben: scored([3, 3, 3, 3, 0], "Ben") },
  });
  const [marek, lena] = [await sheetOf(openingId, "marek"), await sheetOf(openingId, "lena")];
  expect(lena).toMatchObject({ candidates: 2, scorecards: 4, blindInterviews: 0 });
  expect(lena.debriefs).toHaveLength(1);
  expect(marek).toMatchObject({ candidates: 1, scorecards: 2, blindInterviews: 1, debriefs: [] });
  expect(marek.dimensions[0]).toMatchObject({ units: 1, spread: [1, 0, 0, 0, 0] });
  expect(JSON.stringify(marek)).not.toContain("Open Candidate");
});

test("a recruiter is refused: the sheet speaks about interviewers", async () => {
  const { openingId } = await layOutOpening(database, "Night clerk", {
    "Lone Candidate": { ada: UNTOUCHED },
  });
  await expect(sheetOf(openingId, "rosa")).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("of one panel and one period only what they gave then; scorecards on another wording are left out and counted", async () => {
  const { openingId } = await layOutOpening(database, "Filing clerk", {
    "First Filer": { ada: scored([4, 4, 3, 4, 0], "Ada"), ben: scored([2, 4, 4, 4, 0], "Ben") },
    "Second Filer": { ada: scored([3, 3, 3, 3, 0], "Ada"), farid: scored([5, 4, 4, 4, 0], "Farid") },
  });
  const asked = (more: Partial<Parameters<typeof getPanelSheet>[1]>) =>
    withOrganization(database, actingAs("lena"), (ctx) => getPanelSheet(ctx, { openingId, ...more }));
  const whole = await asked({});
  expect(getPanelSheetContract.output.parse(whole)).toEqual(whole);
  const panel =
    whole.filters.panels.find(({ names }) => names.join() === "Ada Lindgren,Ben Okoro")?.key ?? "";
  expect(await asked({ panel })).toMatchObject({ candidates: 1, scorecards: 2 });
  expect(await asked({ panel: "nobody" })).toMatchObject({ scorecards: 0 });

  const today = new Date().toISOString().slice(0, 10);
  expect(await asked({ to: today })).toMatchObject({ scorecards: 4, filters: { to: today } });
  expect(await asked({ from: "2999-01-01" })).toMatchObject({ scorecards: 0, debriefs: [] });

  const old = whole.rubric?.id ?? "";
  await withOrganization(database, actingAs("lena"), async (ctx) => {
    const draft = await draftRubric(ctx, {});
    const { content, weights, fold } = draft;
    const { ownership } = content.dimensions;
    const anchors = { ...ownership.anchors, "3": "Names the call when asked once" };
    const reworded = {
      ...content,
      dimensions: { ...content.dimensions, ownership: { ...ownership, anchors } },
    };
    const { plumbline: _, ...text } = rubricFile.parse({
      plumbline: "rubric",
      content: reworded,
      weights,
      fold,
    });
    const { revision } = await changeRubricDraft(ctx, {
      ...{ rubricId: draft.id, revision: draft.revision, ...text },
    });
    await publishRubricDraft(ctx, { rubricId: draft.id, revision, reason: "Three was read in two ways" });
  });
  expect(await asked({})).toMatchObject({ scorecards: 0, filters: { otherWording: 4, pooled: [] } });
  expect(await asked({ rubric: old })).toMatchObject({ scorecards: 4, filters: { otherWording: 0 } });
  expect(await asked({ rubric: ALL_VERSIONS })).toMatchObject({ scorecards: 4, filters: { pooled: [] } });
});

test("an interview that was debriefed and decided keeps its reasons and its day; the others still need one", () => {
  const card = (interviewId: string, memberId: string, traps: SheetRecord["traps"] = []): SheetRecord => ({
    ...{ interviewId, memberId, traps, scorecardId: `${interviewId}/${memberId}`, applicationId: "mira" },
    ...{ rubricVersionId: "r", submittedAt: new Date(0), marks: {} },
  });
  const rating = (interviewId: string, memberId: string, mark: 1 | 3 | 5) => ({
    ...{
      interviewId,
      scorecardId: `${interviewId}/${memberId}`,
      applicationId: "mira",
      submittedAt: new Date(0),
    },
    ...{ member: { id: memberId, name: memberId }, dimension: "fix" as const, mark },
  });
  const queue = debriefQueue({
    sheets: [
      card("one", "Ada"),
      card("one", "Ben"),
      card("two", "Ada"),
      card("two", "Ben"),
      card("calm", "Ada"),
    ],
    ratings: [
      rating("one", "Ada", 1),
      rating("one", "Ben", 5),
      rating("two", "Ada", 3),
      rating("two", "Ben", 5),
    ],
    candidates: new Map([["mira", { id: "m", name: "Mira" }]]),
    decisions: [
      {
        ...{ decisionId: "d", interviewId: "one", outcome: "go-on", rationale: "Heard again", tookPart: [] },
        ...{ by: { id: "l", name: "Lena" }, at: new Date(1_000) },
      },
    ],
  });
  // Each interview's own marks: 1 in one and 5 in the other would be nobody's disagreement to talk about.
  expect(queue.map(({ interviewId, decidedAt }) => [interviewId, decidedAt])).toEqual([
    ["one", new Date(1_000).toISOString()],
    ["two", null],
  ]);
});
