import { actAs } from "@/db/acting-as";
import type { Context } from "@/db/context";
import { newId } from "@/db/ids";
import { listApplicationsOf, listOpenings } from "@/db/queries/candidates";
import { listMembers } from "@/db/queries/members";
import { type ImportedScorecard, importScorecards } from "@/db/writes/import-scorecards";
import { createCandidates, createInterviewers, createOpenings, placeSeats } from "@/db/writes/import-sets";
import type { ImportPlan } from "./plan";
import { fold, keyOf } from "./present";

type Member = Context["member"];

/** Carries out a plan, table by table. Answers the opening it filled when there is just one. */
export async function writePlan(
  ctx: Context,
  plan: ImportPlan,
  rubricVersionId: string,
): Promise<string | null> {
  const openings = await writeOpenings(ctx, plan);
  const applications = await writeCandidates(ctx, plan, openings);
  const members = await writeMembers(ctx, plan);
  const byAuthor = await writeInterviews(ctx, plan, rubricVersionId, applications, members);
  for (const [author, cards] of byAuthor) {
    await importScorecards(ctx, author, cards);
  }
  // Back to whoever runs the import: the audit row that follows is theirs.
  await actAs(ctx, ctx.member);
  return openings.size === 1 ? ([...openings.values()][0] ?? null) : null;
}

async function writeOpenings(ctx: Context, plan: ImportPlan): Promise<Map<string, string>> {
  await createOpenings(ctx, plan.openings);
  const touched = new Set(
    [
      ...plan.openings,
      ...plan.candidates.map((c) => c.opening),
      ...plan.interviews.map((i) => i.opening),
    ].map(fold),
  );
  const all = await listOpenings(ctx);
  return new Map(
    all.flatMap(({ id, title }) => (touched.has(fold(title)) ? [[fold(title), id] as const] : [])),
  );
}

async function writeCandidates(
  ctx: Context,
  plan: ImportPlan,
  openings: Map<string, string>,
): Promise<Map<string, string>> {
  await createCandidates(
    ctx,
    plan.candidates.map(({ opening, name, email }) => ({
      openingId: required(openings, fold(opening)),
      name,
      email,
    })),
  );
  const titles = new Map([...openings].map(([title, id]) => [id, title]));
  const applications = new Map<string, string>();
  for (const { applicationId, openingId, candidate } of await listApplicationsOf(ctx, [...titles.keys()])) {
    applications.set(keyOf(titles.get(openingId) ?? "", candidate.name), applicationId);
  }
  return applications;
}

async function writeMembers(ctx: Context, plan: ImportPlan): Promise<Map<string, Member>> {
  await createInterviewers(ctx, plan.members);
  const members = new Map<string, Member>();
  for (const member of await listMembers(ctx)) {
    if (member.deactivatedAt) continue;
    members.set(fold(member.name), member);
    if (member.email) members.set(fold(member.email), member);
  }
  return members;
}

/** Answers the finished scorecards of each author, with the interviews they now belong to. */
async function writeInterviews(
  ctx: Context,
  plan: ImportPlan,
  rubricVersionId: string,
  applications: Map<string, string>,
  members: Map<string, Member>,
): Promise<Map<Member, ImportedScorecard[]>> {
  const places = plan.interviews.map(({ opening, candidate, scheduledAt, interviewId, seats }) => ({
    interviewId,
    applicationId: required(applications, keyOf(opening, candidate)),
    rubricVersionId,
    scheduledAt,
    source: seats.some(({ card }) => card) ? ("import" as const) : ("live" as const),
    seats: seats.map(({ member, card }) => {
      const author = required(members, fold(member));
      return { author, card, memberId: author.id, scorecardId: newId() };
    }),
  }));
  const interviewIds = await placeSeats(ctx, places);
  const byAuthor = new Map<Member, ImportedScorecard[]>();
  for (const [at, { seats }] of places.entries()) {
    const interviewId = interviewIds[at] ?? "";
    for (const { author, card, scorecardId } of seats) {
      if (!card) continue;
      const cards = byAuthor.get(author) ?? [];
      cards.push({ ...card, scorecardId, interviewId, submittedAt: card.at ?? ctx.now });
      byAuthor.set(author, cards);
    }
  }
  return byAuthor;
}

function required<T>(map: Map<string, T>, key: string): T {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The import's plan speaks of ${key}, which was not made`);
  return value;
}
