import { integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { Country } from "@/lib/domain/retention";
import type { Fold, RubricContent, Weights } from "@/lib/domain/rubric";
import { moment } from "./identity";

/** The two columns that begin every table of an organisation, and its key. */
export const owned = { organizationId: uuid("organization_id").notNull(), id: uuid().notNull() };

export const rubricVersions = pgTable(
  "rubric_versions",
  {
    ...owned,
    number: integer().notNull(),
    state: text().$type<"draft" | "published" | "retired">().notNull(),
    content: jsonb().$type<RubricContent>().notNull(),
    weights: jsonb().$type<Weights>().notNull(),
    fold: jsonb().$type<Fold>().notNull(),
    reason: text().notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
    publishedAt: moment("published_at"),
    /** Of a draft: how often it was saved. */
    revision: integer().notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);

export const openings = pgTable(
  "openings",
  {
    ...owned,
    title: text().notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
    /** Where it is, for how long its candidates are kept; null: where the organisation is. */
    country: text().$type<Country>(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);

export const candidates = pgTable(
  "candidates",
  {
    ...owned,
    name: text().notNull(),
    email: text(),
    createdAt: moment("created_at").notNull().defaultNow(),
    erasedAt: moment("erased_at"),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);

export const applications = pgTable(
  "applications",
  {
    ...owned,
    openingId: uuid("opening_id").notNull(),
    candidateId: uuid("candidate_id").notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);

export const interviews = pgTable(
  "interviews",
  {
    ...owned,
    applicationId: uuid("application_id").notNull(),
    rubricVersionId: uuid("rubric_version_id").notNull(),
    scheduledAt: moment("scheduled_at").notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);

export const seats = pgTable(
  "seats",
  {
    ...owned,
    interviewId: uuid("interview_id").notNull(),
    memberId: uuid("member_id").notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);

export const imports = pgTable(
  "imports",
  {
    ...owned,
    sha256: text().notNull(),
    openingId: uuid("opening_id"),
    rows: integer().notNull(),
    summary: jsonb().$type<Record<string, unknown>>().notNull(),
    importedAt: moment("imported_at").notNull(),
    importedBy: uuid("imported_by"),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);
