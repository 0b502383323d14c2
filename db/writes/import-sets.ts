import type { PgTable } from "drizzle-orm/pg-core";
import type { Context, Transaction } from "../context";
import { newId } from "../ids";
import {
  applications,
  candidates,
  interviews,
  memberships,
  openings,
  scorecards,
  seats,
} from "../schema/index";
import { invitationEnd } from "./members";

/** PostgreSQL takes 65,535 parameters a statement; no table here has more than nine columns. */
export const ROWS_PER_STATEMENT = 5_000;

/** What many rows of one table have in common, and the statements that write them: one for thousands. */
async function insertAll<T extends PgTable>(
  tx: Transaction,
  table: T,
  rows: readonly T["$inferInsert"][],
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
    await tx.insert(table).values(rows.slice(from, from + ROWS_PER_STATEMENT));
  }
}

const owned = ({ organization, now }: Context) => ({ organizationId: organization.id, createdAt: now });

export async function createOpenings(ctx: Context, titles: readonly string[]): Promise<void> {
  await insertAll(
    ctx.tx,
    openings,
    titles.map((title) => ({ ...owned(ctx), id: newId(), title })),
  );
}

/** Candidates with their applications. */
export async function createCandidates(
  ctx: Context,
  those: readonly { openingId: string; name: string; email: string | null }[],
): Promise<void> {
  const rows = those.map((each) => ({ ...each, candidateId: newId() }));
  await insertAll(
    ctx.tx,
    candidates,
    rows.map(({ candidateId, name, email }) => ({ ...owned(ctx), id: candidateId, name, email })),
  );
  await insertAll(
    ctx.tx,
    applications,
    rows.map(({ candidateId, openingId }) => ({ ...owned(ctx), id: newId(), openingId, candidateId })),
  );
}

/** Interviewers known only from a file, or invited by the address it names. Their mail goes out with the import. */
export async function createInterviewers(
  ctx: Context,
  those: readonly { name: string; email: string | null }[],
): Promise<void> {
  await insertAll(
    ctx.tx,
    memberships,
    those.map((each) => ({
      ...owned(ctx),
      ...each,
      id: newId(),
      roles: ["interviewer" as const],
      ...(each.email ? { invitedUntil: invitationEnd(ctx.now) } : {}),
    })),
  );
}

/** An interview with its seats; `interviewId` is null when the interview is to be made too. */
export interface PlacedSeats {
  interviewId: string | null;
  applicationId: string;
  rubricVersionId: string;
  scheduledAt: Date;
  source: "live" | "import";
  seats: readonly { memberId: string; scorecardId: string }[];
}

/** Interviews, seats and empty scorecards in one pass a table. Answers the interviews' ids in the order given. */
export async function placeSeats(ctx: Context, places: readonly PlacedSeats[]): Promise<string[]> {
  const rows = places.map((place) => ({ ...place, id: place.interviewId ?? newId() }));
  await insertAll(
    ctx.tx,
    interviews,
    rows
      .filter(({ interviewId }) => interviewId === null)
      .map(({ id, applicationId, rubricVersionId, scheduledAt }) => ({
        ...owned(ctx),
        id,
        applicationId,
        rubricVersionId,
        scheduledAt,
      })),
  );
  const seated = rows.flatMap(({ id: interviewId, rubricVersionId, source, seats: own }) =>
    own.map((seat) => ({ ...seat, seatId: newId(), interviewId, rubricVersionId, source })),
  );
  await insertAll(
    ctx.tx,
    seats,
    seated.map(({ seatId, interviewId, memberId }) => ({ ...owned(ctx), id: seatId, interviewId, memberId })),
  );
  await insertAll(
    ctx.tx,
    scorecards,
    seated.map(({ seatId, scorecardId, interviewId, memberId, rubricVersionId, source }) => ({
      ...owned(ctx),
      id: scorecardId,
      seatId,
      interviewId,
      authorId: memberId,
      rubricVersionId,
      source,
    })),
  );
  return rows.map(({ id }) => id);
}
