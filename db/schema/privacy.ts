import { integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { HoldReason } from "@/lib/domain/privacy";
import type { Country } from "@/lib/domain/retention";
import { moment } from "./identity";
import { owned } from "./interviewing";

export const legalHolds = pgTable(
  "legal_holds",
  {
    ...owned,
    candidateId: uuid("candidate_id").notNull(),
    reason: text().$type<HoldReason>().notNull(),
    placedBy: uuid("placed_by").notNull(),
    placedAt: moment("placed_at").notNull(),
    liftedBy: uuid("lifted_by"),
    liftedAt: moment("lifted_at"),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);

/** Written by `erase_candidate` alone. */
export const erasedScorecards = pgTable(
  "erased_scorecards",
  {
    organizationId: owned.organizationId,
    scorecardId: uuid("scorecard_id").notNull(),
    authorId: uuid("author_id").notNull(),
    erasedAt: moment("erased_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.scorecardId] })],
);

export const subjectReads = pgTable(
  "subject_reads",
  {
    organizationId: owned.organizationId,
    interviewId: uuid("interview_id").notNull(),
    memberId: uuid("member_id").notNull(),
    readAt: moment("read_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.interviewId, table.memberId] })],
);

export const retentionSettings = pgTable("retention_settings", {
  organizationId: uuid("organization_id").primaryKey(),
  country: text().$type<Country>().notNull(),
  automaticSince: moment("automatic_since"),
  changedBy: uuid("changed_by").notNull(),
  changedAt: moment("changed_at").notNull(),
});

export const retentionRules = pgTable(
  "retention_rules",
  {
    organizationId: owned.organizationId,
    country: text().$type<Country>().notNull(),
    months: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.country] })],
);
