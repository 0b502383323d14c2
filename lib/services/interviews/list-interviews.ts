import type { Context } from "@/db/context";
import { listFindings } from "@/db/queries/findings";
import { type InterviewRecord, listOwnInterviews, listSeats } from "@/db/queries/interviews";
import type { OutputOf } from "@/lib/contracts/contract";
import type { InterviewRow, listInterviewsContract } from "@/lib/contracts/interviews";
import { isOpen, opensAt } from "@/lib/domain/findings";
import { findingRule } from "../panels/finding-rule";
import { byInterview, seatView } from "../shared/views";

/** Enough to look back on; the rest is found through the candidate. */
const SUBMITTED_SHOWN = 50;

/** An interview still counts as today's this long before and after: evenings and time zones differ. */
const TODAY_MS = 12 * 3_600_000;

/** The interviewer's home: what is on today, what comes, what waits for a scorecard, what is done. */
export async function listInterviews(ctx: Context): Promise<OutputOf<typeof listInterviewsContract>> {
  const own = await listOwnInterviews(ctx);
  const seats = byInterview(
    await listSeats(
      ctx,
      own.map((interview) => interview.interviewId),
    ),
  );
  const rows = own.map((interview) => ({
    interview,
    offset: interview.scheduledAt.getTime() - ctx.now.getTime(),
    row: rowOf(
      interview,
      (seats.get(interview.interviewId) ?? []).map((seat) => seatView(seat, ctx.member.id)),
    ),
  }));
  const open = rows.filter(({ row }) => row.state !== "submitted");
  const done = rows
    .filter(({ row }) => row.state === "submitted")
    .sort((a, b) => Number(b.interview.ownSubmittedAt) - Number(a.interview.ownSubmittedAt));
  return {
    today: open.filter(({ offset }) => Math.abs(offset) <= TODAY_MS).map(({ row }) => row),
    next: open.filter(({ offset }) => offset > TODAY_MS).map(({ row }) => row),
    toSubmit: open.filter(({ offset }) => offset < -TODAY_MS).map(({ row }) => row),
    submitted: done.slice(0, SUBMITTED_SHOWN).map(({ row }) => row),
    ownFigures: await figuresAlone(ctx),
  };
}

/** A finding about a person is shown to that person first: here it is said that there is one, and until when. */
async function figuresAlone(ctx: Context): Promise<OutputOf<typeof listInterviewsContract>["ownFigures"]> {
  const finding = (await listFindings(ctx)).get(ctx.member.id);
  if (!finding) return null;
  const rule = await findingRule(ctx);
  if (isOpen(finding, rule, ctx.now)) return null;
  return { opensAt: opensAt(finding, rule)?.toISOString() ?? null };
}

function rowOf(interview: InterviewRecord, seats: InterviewRow["seats"]): InterviewRow {
  const { interviewId, scheduledAt, candidate, opening } = interview;
  const begun = (interview.ownRevision ?? 0) > 0 ? "in-progress" : "not-started";
  return {
    interviewId,
    scheduledAt: scheduledAt.toISOString(),
    candidate,
    opening,
    seats,
    state: interview.ownSubmittedAt ? "submitted" : begun,
    nudgedAt: interview.ownSubmittedAt ? null : (interview.ownNudgedAt?.toISOString() ?? null),
  };
}
