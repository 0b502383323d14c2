import { bigint, boolean, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { MarkKey } from "@/lib/domain/scale";
import type { Trap } from "@/lib/domain/traps";
import { moment } from "./identity";
import { owned } from "./interviewing";

const { organizationId } = owned;

/** Who is done in an interview, never what they said. Kept by triggers; read only. */
export const interviewProgress = pgTable(
  "interview_progress",
  {
    organizationId,
    interviewId: uuid("interview_id").notNull(),
    openingId: uuid("opening_id").notNull(),
    applicationId: uuid("application_id").notNull(),
    scheduledAt: moment("scheduled_at").notNull(),
    seats: integer().notNull().default(0),
    submitted: integer().notNull().default(0),
    lastSubmittedAt: moment("last_submitted_at"),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.interviewId] })],
);

/** A submitted scorecard's marks in one row, in rubric order. Kept by triggers; read only. */
export const submittedMarks = pgTable(
  "submitted_marks",
  {
    organizationId,
    scorecardId: uuid("scorecard_id").notNull(),
    interviewId: uuid("interview_id").notNull(),
    applicationId: uuid("application_id").notNull(),
    openingId: uuid("opening_id").notNull(),
    memberId: uuid("member_id").notNull(),
    rubricVersionId: uuid("rubric_version_id").notNull(),
    submittedAt: moment("submitted_at").notNull(),
    marks: text().array().$type<(MarkKey | null)[]>().notNull(),
    traps: text().array().$type<Trap[]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.scorecardId] })],
);

/** How many candidates an opening has, and the version of its submitted scorecards. Kept by triggers; read only. */
export const openingCounts = pgTable(
  "opening_counts",
  {
    organizationId,
    openingId: uuid("opening_id").notNull(),
    candidates: integer().notNull().default(0),
    version: bigint({ mode: "number" }).notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.openingId] })],
);

export const nudges = pgTable(
  "nudges",
  {
    ...owned,
    seatId: uuid("seat_id").notNull(),
    nudgedBy: uuid("nudged_by").notNull(),
    nudgedAt: moment("nudged_at").notNull(),
    mailedAt: moment("mailed_at"),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);

/** That something changed and where, one for an audited deed. Kept by triggers; read only. */
export const liveEvents = pgTable(
  "live_events",
  {
    organizationId,
    seq: bigint({ mode: "number" }).notNull(),
    openingId: uuid("opening_id"),
    applicationId: uuid("application_id"),
    interviewId: uuid("interview_id"),
    nudgedMemberId: uuid("nudged_member_id"),
    completion: boolean().notNull(),
    practiceRoundId: uuid("practice_round_id"),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.seq] })],
);
