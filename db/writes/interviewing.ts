import type { Context } from "../context";
import { newId } from "../ids";
import { applications, candidates, interviews, openings, scorecards, seats } from "../schema/index";

type Given<T, K extends keyof T> = Omit<T, "organizationId" | "id" | K> & { id?: string } & Partial<
    Pick<T, K>
  >;

export async function createOpening(
  ctx: Context,
  opening: Given<typeof openings.$inferInsert, "createdAt">,
): Promise<string> {
  const id = opening.id ?? newId();
  await ctx.tx
    .insert(openings)
    .values({ createdAt: ctx.now, ...opening, id, organizationId: ctx.organization.id });
  return id;
}

export async function createCandidate(
  ctx: Context,
  candidate: Given<typeof candidates.$inferInsert, "createdAt">,
): Promise<string> {
  const id = candidate.id ?? newId();
  await ctx.tx
    .insert(candidates)
    .values({ createdAt: ctx.now, ...candidate, id, organizationId: ctx.organization.id });
  return id;
}

export async function createApplication(
  ctx: Context,
  application: Given<typeof applications.$inferInsert, "createdAt">,
): Promise<string> {
  const id = application.id ?? newId();
  await ctx.tx
    .insert(applications)
    .values({ createdAt: ctx.now, ...application, id, organizationId: ctx.organization.id });
  return id;
}

export interface NewInterview {
  id?: string;
  applicationId: string;
  rubricVersionId: string;
  scheduledAt: Date;
  source?: "live" | "import";
  seats: readonly { id?: string; memberId: string; scorecardId?: string }[];
}

/** An interview comes with its seats, and every seat with its empty scorecard: opening a card writes nothing. */
export async function createInterview(ctx: Context, interview: NewInterview): Promise<string> {
  const id = interview.id ?? newId();
  const { applicationId, rubricVersionId, scheduledAt } = interview;
  await ctx.tx.insert(interviews).values({
    organizationId: ctx.organization.id,
    id,
    applicationId,
    rubricVersionId,
    scheduledAt,
    createdAt: ctx.now,
  });
  await createSeats(
    ctx,
    { interviewId: id, rubricVersionId, source: interview.source ?? "live" },
    interview.seats,
  );
  return id;
}

export async function createSeats(
  ctx: Context,
  interview: { interviewId: string; rubricVersionId: string; source: "live" | "import" },
  members: NewInterview["seats"],
): Promise<void> {
  if (members.length === 0) return;
  const of = { organizationId: ctx.organization.id, createdAt: ctx.now };
  const rows = members.map((seat) => ({ ...seat, seatId: seat.id ?? newId() }));
  const { interviewId } = interview;
  await ctx.tx
    .insert(seats)
    .values(rows.map(({ seatId, memberId }) => ({ ...of, id: seatId, interviewId, memberId })));
  await ctx.tx.insert(scorecards).values(
    rows.map(({ seatId, memberId, scorecardId }) => ({
      ...of,
      ...interview,
      id: scorecardId ?? newId(),
      seatId,
      authorId: memberId,
    })),
  );
}
