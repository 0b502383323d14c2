import postgres from "postgres";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Context, withOrganization } from "@/db/context";
import { createTestDatabase, type TestDatabase } from "@/db/testing/database";
import { layOutWorld, type PlacedInterview, type World } from "@/db/testing/world";
import { createSeats } from "@/db/writes/interviewing";
import { createMember } from "@/db/writes/members";
import { listCandidatesContract } from "@/lib/contracts/candidates";
import { ROLES } from "@/lib/domain/roles";
import { listAudit } from "@/lib/services/audit/list-audit";
import { compareCandidates } from "@/lib/services/candidates/compare-candidates";
import { getDossier } from "@/lib/services/candidates/get-dossier";
import { listCandidates } from "@/lib/services/candidates/list-candidates";
import { previewImport } from "@/lib/services/imports/preview-import";
import { getInterview } from "@/lib/services/interviews/get-interview";
import { listInterviews } from "@/lib/services/interviews/list-interviews";
import { listMembers } from "@/lib/services/members/list-members";
import { getPanelSheet } from "@/lib/services/panels/get-panel-sheet";
import { applyOperations } from "@/lib/services/scorecards/apply-operations";
import { submitScorecard } from "@/lib/services/scorecards/submit-scorecard";
import { completeCard, tab } from "../support/operations";

/** When a lead may read what figures say of each person: before, one hidden judgement moves nothing on a sheet. */
const NOW = new Date(Date.now() + 30 * 86_400_000);

let records: TestDatabase;
let world: World;
let hidden: PlacedInterview;
let other: PlacedInterview;
/** Holds every role, and a seat in Mira's interview that is still open. */
let seated: Context["member"];
/** Holds every role, and no seat. */
let free: Context["member"];

beforeAll(async () => {
  records = await createTestDatabase();
  world = await layOutWorld(records.url);
  hidden = await world.interview("Mira", ["Ben"]);
  other = await world.interview("Noor", ["Ben", "Cleo"]);
  [seated, free] = await world.as("Amos", async (ctx) => {
    const members: Context["member"][] = [];
    for (const name of ["Sam", "Finn"]) {
      members.push({ id: await createMember(ctx, { name, roles: [...ROLES] }), name, roles: ROLES });
    }
    const [sam, finn] = members;
    if (!sam || !finn) throw new Error("Two were made");
    const interview = { interviewId: hidden.interviewId, rubricVersionId: world.rubricVersionId };
    await createSeats(ctx, { ...interview, source: "live" }, [{ memberId: sam.id }]);
    return [sam, finn];
  });
  for (const [place, who] of [
    [hidden, "Ben"],
    [other, "Ben"],
    [other, "Cleo"],
  ] as const) {
    const operations = completeCard([4, 4, 4, 4, 1]).map(tab(world.rubricVersionId));
    await world.as(who, (ctx) => applyOperations(ctx, { scorecardId: place.card(who), operations }));
    await world.as(who, (ctx) => submitScorecard(ctx, { scorecardId: place.card(who) }));
  }
});
afterAll(async () => {
  await world.end();
  await records.drop();
});

/** Every answer that one member can get about this opening, at one moment. */
async function everythingTo(member: Context["member"]): Promise<Record<string, unknown>> {
  const { openingId, organization } = world;
  const applications = [hidden.applicationId, other.applicationId];
  const csv = "candidate,rater,dimension,score\nMira,Ben,ownership,4\n";
  return withOrganization(world.database, { organization, member, now: NOW }, async (ctx) => ({
    list: await listCandidates(ctx, listCandidatesContract.input.parse({ openingId })),
    comparison: await compareCandidates(ctx, { applications }),
    dossier: await getDossier(ctx, { applicationId: hidden.applicationId }),
    sheet: await getPanelSheet(ctx, { openingId }),
    interview: await getInterview(ctx, { interviewId: hidden.interviewId }),
    interviews: await listInterviews(ctx),
    file: await previewImport(ctx, { csv, openingTitle: "Backend engineer" }),
    members: await listMembers(ctx),
    audit: await listAudit(ctx, {}),
  }));
}

/** The same world in which Ben had judged Mira quite otherwise. */
async function benJudgedOtherwise(): Promise<void> {
  const owner = postgres(records.ownerUrl, { max: 1, onnotice: () => {} });
  const card = hidden.card("Ben");
  try {
    await owner.begin(async (tx) => {
      await tx`update ratings set mark = case dimension when 'calibration' then -2 else 1 end where scorecard_id = ${card}`;
      await tx`update evidence_notes set body = 'never owned it' where scorecard_id = ${card}`;
      await tx`insert into trap_flags values (${world.organization.id}, ${card}, 'teams-mistake', 'said they')`;
      await tx`insert into story_facts values (${world.organization.id}, ${card}, 'voice', 'we')`;
      await tx`insert into amendments values (${world.organization.id}, ${v7()}, ${card}, ${world.member("Ben").id}, 1,
        '{"field":"recommendation","value":"no"}', 'thought again', now())`;
      await tx`update scorecards set recommendation = 'strong-no', confidence = 'high' where id = ${card}`;
    });
  } finally {
    await owner.end();
  }
}

test("whatever Ben wrote about Mira leaves no trace in anything Sam can read before submitting", async () => {
  const [toSam, toFinn] = [await everythingTo(seated), await everythingTo(free)];
  await benJudgedOtherwise();
  expect(await everythingTo(seated)).toEqual(toSam);

  // Finn may compare: for him the other world differs everywhere, else the sameness above proves nothing.
  const otherwise = await everythingTo(free);
  for (const answer of ["list", "comparison", "dossier", "sheet", "interview", "file"]) {
    expect(otherwise[answer], answer).not.toEqual(toFinn[answer]);
  }
});
