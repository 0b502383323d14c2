import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  customType,
  doublePrecision,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import type { AmendedChange } from "@/lib/domain/amendments";
import type { Beat, TimerEventKind } from "@/lib/domain/beats";
import type { Change } from "@/lib/domain/changes";
import type { Device } from "@/lib/domain/devices";
import type { Confidence, Recommendation } from "@/lib/domain/recommendation";
import type { Dimension, Mark } from "@/lib/domain/scale";
import type { Trap } from "@/lib/domain/traps";
import { moment } from "./identity";
import { owned } from "./interviewing";

/** The two columns that begin every table of a scorecard's content. */
const ofScorecard = {
  organizationId: owned.organizationId,
  scorecardId: uuid("scorecard_id").notNull(),
};

export const scorecards = pgTable(
  "scorecards",
  {
    ...owned,
    seatId: uuid("seat_id").notNull(),
    interviewId: uuid("interview_id").notNull(),
    authorId: uuid("author_id").notNull(),
    rubricVersionId: uuid("rubric_version_id").notNull(),
    source: text().$type<"live" | "import">().notNull(),
    revision: integer().notNull().default(0),
    recommendation: text().$type<Recommendation>(),
    confidence: text().$type<Confidence>(),
    /** Stated by the author of a form filled in by hand. */
    scoredOnPaperAt: moment("scored_on_paper_at"),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);

export const submissions = pgTable(
  "submissions",
  {
    ...ofScorecard,
    interviewId: uuid("interview_id").notNull(),
    memberId: uuid("member_id").notNull(),
    submittedAt: moment("submitted_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.scorecardId] })],
);

export const amendments = pgTable(
  "amendments",
  {
    ...owned,
    scorecardId: ofScorecard.scorecardId,
    authorId: uuid("author_id").notNull(),
    place: integer().notNull(),
    change: jsonb().$type<AmendedChange>().notNull(),
    reason: text().notNull(),
    amendedAt: moment("amended_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);

export const operations = pgTable(
  "operations",
  {
    organizationId: owned.organizationId,
    opId: uuid("op_id").notNull(),
    scorecardId: ofScorecard.scorecardId,
    authorId: uuid("author_id").notNull(),
    clientId: uuid("client_id").notNull(),
    clientSeq: integer("client_seq").notNull(),
    field: text().notNull(),
    change: jsonb().$type<Change>().notNull(),
    baseRevision: integer("base_revision").notNull(),
    revision: integer().notNull(),
    rubricVersionId: uuid("rubric_version_id").notNull(),
    atMs: bigint("at_ms", { mode: "number" }).notNull(),
    wallClock: moment("wall_clock").notNull(),
    receivedAt: moment("received_at").notNull(),
    madeAt: moment("made_at"),
    device: text().$type<Device>(),
    overtaken: boolean().notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.opId] })],
);

const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

export const draftKeys = pgTable(
  "draft_keys",
  {
    ...ofScorecard,
    authorId: uuid("author_id").notNull(),
    key: bytes().notNull().default(sql`uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())`),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.scorecardId] })],
);

export const ratings = pgTable(
  "ratings",
  { ...ofScorecard, dimension: text().$type<Dimension>().notNull(), mark: smallint().$type<Mark>() },
  (table) => [primaryKey({ columns: [table.organizationId, table.scorecardId, table.dimension] })],
);

export const evidenceNotes = pgTable(
  "evidence_notes",
  {
    ...ofScorecard,
    id: owned.id,
    dimension: text().$type<Dimension>().notNull(),
    body: text().notNull(),
    atMs: bigint("at_ms", { mode: "number" }),
    position: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.scorecardId, table.id] })],
);

export const trapFlags = pgTable(
  "trap_flags",
  { ...ofScorecard, trap: text().$type<Trap>().notNull(), reason: text().notNull() },
  (table) => [primaryKey({ columns: [table.organizationId, table.scorecardId, table.trap] })],
);

export const storyFacts = pgTable(
  "story_facts",
  {
    ...ofScorecard,
    fact: text().notNull(),
    choice: text(),
    amount: doublePrecision(),
    unit: text(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.scorecardId, table.fact] })],
);

export const beats = pgTable(
  "beats",
  {
    ...ofScorecard,
    id: owned.id,
    kind: text().$type<TimerEventKind>().notNull(),
    beat: text().$type<Beat>(),
    atMs: bigint("at_ms", { mode: "number" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.scorecardId, table.id] })],
);

export const probesAsked = pgTable(
  "probes_asked",
  { ...ofScorecard, dimension: text().$type<Dimension>().notNull() },
  (table) => [primaryKey({ columns: [table.organizationId, table.scorecardId, table.dimension] })],
);
