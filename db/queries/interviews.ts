import { and, asc, eq, isNotNull, sql } from "drizzle-orm";
import type { Context } from "../context";
import {
  applications,
  candidates,
  interviews,
  memberships,
  nudges,
  openings,
  scorecards,
  seats,
  submissions,
} from "../schema/index";
import { uuidArray } from "./uuids";

/** A seat says who is to score and whether they have: completion, never content. */
export interface SeatRecord {
  seatId: string;
  interviewId: string;
  member: { id: string; name: string };
  submittedAt: Date | null;
}

export interface InterviewRecord {
  interviewId: string;
  scheduledAt: Date;
  applicationId: string;
  rubricVersionId: string;
  candidate: { id: string; name: string };
  opening: { id: string; title: string };
  /** Your own scorecard's revision there; null without a seat. */
  ownRevision: number | null;
  ownSubmittedAt: Date | null;
  /** When somebody last reminded you of your scorecard there. */
  ownNudgedAt: Date | null;
}

const interviewColumns = {
  interviewId: interviews.id,
  scheduledAt: interviews.scheduledAt,
  applicationId: interviews.applicationId,
  rubricVersionId: interviews.rubricVersionId,
  candidate: { id: candidates.id, name: candidates.name },
  opening: { id: openings.id, title: openings.title },
  ownRevision: scorecards.revision,
  ownSubmittedAt: submissions.submittedAt,
  ownNudgedAt: sql<Date | null>`(select max(n.nudged_at) from ${nudges} n
    where n.organization_id = ${scorecards.organizationId} and n.seat_id = ${scorecards.seatId})`.mapWith(
    nudges.nudgedAt,
  ),
};

function interviewsWithNames({ tx, member }: Context) {
  return tx
    .select(interviewColumns)
    .from(interviews)
    .innerJoin(
      applications,
      and(
        eq(applications.organizationId, interviews.organizationId),
        eq(applications.id, interviews.applicationId),
      ),
    )
    .innerJoin(
      candidates,
      and(
        eq(candidates.organizationId, interviews.organizationId),
        eq(candidates.id, applications.candidateId),
      ),
    )
    .innerJoin(
      openings,
      and(eq(openings.organizationId, interviews.organizationId), eq(openings.id, applications.openingId)),
    )
    .leftJoin(
      scorecards,
      and(
        eq(scorecards.organizationId, interviews.organizationId),
        eq(scorecards.interviewId, interviews.id),
        eq(scorecards.authorId, member.id),
      ),
    )
    .leftJoin(
      submissions,
      and(
        eq(submissions.organizationId, scorecards.organizationId),
        eq(submissions.scorecardId, scorecards.id),
      ),
    );
}

export async function findInterview(ctx: Context, interviewId: string): Promise<InterviewRecord | null> {
  const rows = await interviewsWithNames(ctx).where(
    and(eq(interviews.organizationId, ctx.organization.id), eq(interviews.id, interviewId)),
  );
  return rows[0] ?? null;
}

/** All interviews of some applications, in the order they were held. */
export async function listInterviewsOf(
  ctx: Context,
  applicationIds: readonly string[],
): Promise<InterviewRecord[]> {
  if (applicationIds.length === 0) return [];
  return interviewsWithNames(ctx)
    .where(
      and(
        eq(interviews.organizationId, ctx.organization.id),
        sql`${interviews.applicationId} = any (${uuidArray(applicationIds)})`,
      ),
    )
    .orderBy(asc(interviews.scheduledAt), asc(interviews.id));
}

/** Every interview you have a seat in, with how far your own scorecard is. */
export async function listOwnInterviews(ctx: Context): Promise<InterviewRecord[]> {
  return interviewsWithNames(ctx)
    .where(and(eq(interviews.organizationId, ctx.organization.id), isNotNull(scorecards.id)))
    .orderBy(asc(interviews.scheduledAt), asc(interviews.id));
}

/** The seats of some interviews, in the order of their members' names. */
export async function listSeats(ctx: Context, interviewIds: readonly string[]): Promise<SeatRecord[]> {
  if (interviewIds.length === 0) return [];
  return ctx.tx
    .select({
      seatId: seats.id,
      interviewId: seats.interviewId,
      member: { id: memberships.id, name: memberships.name },
      submittedAt: submissions.submittedAt,
    })
    .from(seats)
    .innerJoin(
      memberships,
      and(eq(memberships.organizationId, seats.organizationId), eq(memberships.id, seats.memberId)),
    )
    .leftJoin(
      submissions,
      and(
        eq(submissions.organizationId, seats.organizationId),
        eq(submissions.interviewId, seats.interviewId),
        eq(submissions.memberId, seats.memberId),
      ),
    )
    .where(
      and(
        eq(seats.organizationId, ctx.organization.id),
        sql`${seats.interviewId} = any (${uuidArray(interviewIds)})`,
      ),
    )
    .orderBy(asc(memberships.name), asc(seats.id));
}
