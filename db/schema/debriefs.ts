import { integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { DebriefStep, Outcome } from "@/lib/domain/debrief";
import { moment } from "./identity";
import { owned } from "./interviewing";

/** The columns that begin every table of one interview's debrief. */
const ofInterview = {
  organizationId: owned.organizationId,
  interviewId: uuid("interview_id").notNull(),
};

export const debriefSteps = pgTable(
  "debrief_steps",
  {
    ...ofInterview,
    step: text().$type<DebriefStep>().notNull(),
    memberId: uuid("member_id").notNull(),
    takenAt: moment("taken_at").notNull(),
    /** Always null since migration 0016: see `debriefReasons`. */
    reason: text(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.interviewId, table.step] })],
);

/** Why a room was opened early: told only to whom sees the interview. */
export const debriefReasons = pgTable(
  "debrief_reasons",
  { ...ofInterview, reason: text().notNull() },
  (table) => [primaryKey({ columns: [table.organizationId, table.interviewId] })],
);

export const decisions = pgTable(
  "decisions",
  {
    ...owned,
    interviewId: ofInterview.interviewId,
    place: integer().notNull(),
    outcome: text().$type<Outcome>().notNull(),
    rationale: text().notNull(),
    decidedBy: uuid("decided_by").notNull(),
    decidedAt: moment("decided_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);

export const decisionMembers = pgTable(
  "decision_members",
  {
    organizationId: owned.organizationId,
    decisionId: uuid("decision_id").notNull(),
    memberId: uuid("member_id").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.decisionId, table.memberId] })],
);

export const debriefArrivals = pgTable(
  "debrief_arrivals",
  { ...ofInterview, memberId: uuid("member_id").notNull(), seenAt: moment("seen_at").notNull() },
  (table) => [primaryKey({ columns: [table.organizationId, table.interviewId, table.memberId] })],
);
