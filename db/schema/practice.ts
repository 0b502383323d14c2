import {
  boolean,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import type { Reference, SpokenBeat, WorkKind } from "@/lib/domain/practice-answer";
import type { Dimension, Mark } from "@/lib/domain/scale";
import type { ScorecardContent } from "@/lib/domain/scorecard";
import { moment } from "./identity";
import { owned } from "./interviewing";

const organizationId = uuid("organization_id").notNull();
/** Exactly one of the two is set: an answer that ships, or one of the organisation's own. */
const answer = { shippedKey: text("shipped_key"), answerId: uuid("answer_id") };

export const practiceRules = pgTable("practice_rules", {
  organizationId: uuid("organization_id").primaryKey(),
  answers: integer().notNull(),
  withinOne: real("within_one").notNull(),
  meanGap: real("mean_gap").notNull(),
});

export const practiceAnswers = pgTable(
  "practice_answers",
  {
    ...owned,
    title: text().notNull(),
    role: text().notNull(),
    field: text().notNull(),
    work: text().$type<WorkKind>().notNull(),
    spoken: jsonb().$type<SpokenBeat[]>().notNull(),
    addedBy: uuid("added_by").notNull(),
    addedAt: moment("added_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);

export const practiceProposers = pgTable(
  "practice_proposers",
  {
    organizationId,
    answerId: uuid("answer_id").notNull(),
    memberId: uuid("member_id").notNull(),
    proposedAt: moment("proposed_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.answerId, table.memberId] })],
);

export const practiceProposals = pgTable(
  "practice_proposals",
  {
    organizationId,
    answerId: uuid("answer_id").notNull(),
    memberId: uuid("member_id").notNull(),
    reference: jsonb().$type<Reference>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.answerId, table.memberId] })],
);

export const practiceReferences = pgTable(
  "practice_references",
  {
    ...owned,
    answerId: uuid("answer_id").notNull(),
    reference: jsonb().$type<Reference>().notNull(),
    draftedBy: uuid("drafted_by").notNull(),
    draftedAt: moment("drafted_at").notNull(),
    agreedBy: uuid("agreed_by"),
    agreedAt: moment("agreed_at"),
    /** The wording it was agreed against; null: from before this was kept. */
    rubricVersionId: uuid("rubric_version_id"),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);

export const practiceRounds = pgTable(
  "practice_rounds",
  {
    ...owned,
    ...answer,
    rubricVersionId: uuid("rubric_version_id").notNull(),
    leadId: uuid("lead_id").notNull(),
    startedAt: moment("started_at").notNull(),
    revealedAt: moment("revealed_at"),
    closedAt: moment("closed_at"),
    dimension: text().$type<Dimension>(),
    /** The lead who went on with a round that another began. */
    takenOverBy: uuid("taken_over_by"),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);

export const practiceRoundMembers = pgTable(
  "practice_round_members",
  {
    organizationId,
    roundId: uuid("round_id").notNull(),
    memberId: uuid("member_id").notNull(),
    joinedAt: moment("joined_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.roundId, table.memberId] })],
);

export const practiceRoundNotes = pgTable(
  "practice_round_notes",
  {
    organizationId,
    roundId: uuid("round_id").notNull(),
    dimension: text().$type<Dimension>().notNull(),
    body: text().notNull(),
    writtenBy: uuid("written_by").notNull(),
    writtenAt: moment("written_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.roundId, table.dimension] })],
);

export const practiceAttempts = pgTable(
  "practice_attempts",
  {
    ...owned,
    memberId: uuid("member_id").notNull(),
    ...answer,
    rubricVersionId: uuid("rubric_version_id").notNull(),
    roundId: uuid("round_id"),
    hinted: boolean().notNull(),
    attemptedAt: moment("attempted_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);

export const practiceRatings = pgTable(
  "practice_ratings",
  {
    organizationId,
    attemptId: uuid("attempt_id").notNull(),
    dimension: text().$type<Dimension>().notNull(),
    /** Null: not observed. */
    mark: smallint().$type<Mark>(),
    reference: smallint().$type<Mark>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.attemptId, table.dimension] })],
);

export const practiceCards = pgTable(
  "practice_cards",
  {
    organizationId,
    attemptId: uuid("attempt_id").notNull(),
    content: jsonb().$type<ScorecardContent>().notNull(),
    reference: jsonb().$type<Reference>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.attemptId] })],
);
