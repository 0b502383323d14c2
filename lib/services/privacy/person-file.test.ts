import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Context, withOrganization } from "@/db/context";
import { brokenInvariants } from "@/db/invariants";
import { listSubmittedScorecards } from "@/db/queries/scorecards";
import { createTestDatabase, type Owner, openOwner, type TestDatabase } from "@/db/testing/database";
import { layOutWorld, type World } from "@/db/testing/world";
import { createInterview } from "@/db/writes/interviewing";
import { createMember } from "@/db/writes/members";
import { completeCard, tab } from "@/tests/support/operations";
import { layOutSubject, type Subject, wordsIn } from "@/tests/support/subject";
import { applyOperations } from "../scorecards/apply-operations";
import { submitScorecard } from "../scorecards/submit-scorecard";
import { exportPerson } from "./export-person";

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

type As = <T>(work: (ctx: Context) => Promise<T>) => Promise<T>;

/** In two transactions, as it travels: one that decides, one that reads. */
async function fileAs(as: As, candidateId: string, format: "json" | "text" = "json"): Promise<string> {
  const file = await as((ctx) => exportPerson(ctx, { candidateId, format }));
  return as(async (ctx) => {
    let body = "";
    for await (const chunk of file.body(ctx)) body += chunk;
    return body;
  });
}

const fileFor = (who: string, candidateId: string, format?: "json" | "text") =>
  fileAs((work) => world.as(who, work), candidateId, format);

/** What a file may hold of the subject: everything but a draft, and what was rubbed out before it was submitted. */
const TOLD = ["note", "trap", "amend", "decide", "early", "first", "last", "email"];

/** Ada says who else was there: members by whole name and by first name, and another candidate. */
async function nameOthers({ cards }: Subject): Promise<void> {
  await owner`update evidence_notes set body = body || ' as Lena and BEN said, better than Noor Haddad or noor.h@example.com'
    where scorecard_id = ${cards.ada}`;
}

test.each(["json", "text"] as const)(
  "the candidate's file (%s) holds all that is kept about them, and nobody else's name",
  async (format) => {
    const noor = await world.interview("Noor Haddad", ["Ada"]);
    await owner`update candidates set email = 'noor.h@example.com' where name = 'Noor Haddad'`;
    const subject = await layOutSubject(world);
    await nameOthers(subject);
    const file = await fileFor("Amos", subject.candidateId, format);
    expect(wordsIn(file, subject.words).sort()).toEqual([...TOLD].sort());
    expect(file).toContain("as a colleague and Interviewer 2 said, better than another candidate or another");
    for (const name of ["Ada", "Ben", "Cleo", "Rosa", "Lena", "Amos", "Noor", "Haddad", "noor.h"]) {
      expect([name, new RegExp(`\\b${name}\\b`, "i").test(file)]).toEqual([name, false]);
    }
    expect(file).toContain("Interviewer 1");
    expect(file).toContain("ownership 4");
    expect(file).not.toContain(noor.applicationId);
  },
);

test("an administrator who is still to score gets that interview left out, and the file says so", async () => {
  const subject = await layOutSubject(world);
  const ours = { interviewId: "", scorecardId: v7() };
  await world.as("Amos", async (ctx) => {
    ours.interviewId = await createInterview(ctx, {
      applicationId: subject.applicationId,
      rubricVersionId: world.rubricVersionId,
      scheduledAt: ctx.now,
      seats: [
        { memberId: world.member("Amos").id, scorecardId: ours.scorecardId },
        { memberId: world.member("Ada").id, scorecardId: v7() },
      ],
    });
  });
  const [card] = await owner`select id from scorecards where interview_id = ${ours.interviewId}
    and author_id = ${world.member("Ada").id}`;
  const operations = [
    ...completeCard([5, 5, 5, 5, 0]),
    {
      field: "note" as const,
      noteId: v7(),
      value: { dimension: "fix" as const, text: "hiddenword", atMs: null },
    },
  ].map(tab(world.rubricVersionId));
  await world.as("Ada", (ctx) => applyOperations(ctx, { scorecardId: card?.id, operations }));
  await world.as("Ada", (ctx) => submitScorecard(ctx, { scorecardId: card?.id }));

  const blind = await fileFor("Amos", subject.candidateId);
  expect(blind).not.toContain("hiddenword");
  expect(JSON.parse(blind).leftOut).toHaveLength(1);
  expect(wordsIn(blind, subject.words)).toContain("note");

  // The control: an administrator without a seat there is told, and so would Amos be once his own card is in.
  const vic = await world.as("Amos", (ctx) => createMember(ctx, { name: "Vic", roles: ["admin"] }));
  const acting = {
    organization: world.organization,
    member: { id: vic, name: "Vic", roles: ["admin" as const] },
    now: new Date(),
  };
  const whole = await fileAs((work) => withOrganization(world.database, acting, work), subject.candidateId);
  expect(whole).toContain("hiddenword");
  expect(JSON.parse(whole).leftOut).toEqual([]);
});

test("who has read the file gets no seat in its interviews any more; a reader of nothing does", async () => {
  const subject = await layOutSubject(world);
  await fileFor("Amos", subject.candidateId);
  const seat = (interviewId: string) =>
    owner.begin(async (sql) => {
      const seatId = v7();
      const member = world.member("Amos").id;
      await sql`insert into seats (organization_id, id, interview_id, member_id)
        values (${world.organization.id}, ${seatId}, ${interviewId}, ${member})`;
      await sql`insert into scorecards (organization_id, id, seat_id, interview_id, author_id, rubric_version_id, source)
        values (${world.organization.id}, ${v7()}, ${seatId}, ${interviewId}, ${member}, ${world.rubricVersionId}, 'live')`;
    });
  await expect(seat(subject.interviewId)).rejects.toMatchObject({
    constraint_name: "scorecards_before_reading",
  });
  await seat((await world.interview("Omar", ["Ada"])).interviewId);
});

test("only administrators ask for it, each asking is recorded, and what they may compare is as before", async () => {
  const subject = await layOutSubject(world);
  for (const who of ["Rosa", "Lena", "Ada"]) {
    await expect(fileFor(who, subject.candidateId)).rejects.toMatchObject({ code: "FORBIDDEN" });
  }
  await fileFor("Amos", subject.candidateId);
  const deeds = await owner`select detail from audit_events where action = 'export.person'
    and subject_id = ${subject.candidateId}`;
  expect(deeds.map(({ detail }) => detail)).toEqual([{ format: "json" }]);
  const seen = await world.as("Amos", (ctx) => listSubmittedScorecards(ctx, [subject.interviewId]));
  expect(seen).toEqual([]);
});
