import { integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { moment } from "./identity";

/** Figures of more ratings than are fitted while somebody waits; the key names exactly those ratings. */
export const fitSnapshots = pgTable(
  "fit_snapshots",
  {
    organizationId: uuid("organization_id").notNull(),
    key: text().notNull(),
    /** Whose own figures these are; null: a sheet for leads. */
    memberId: uuid("member_id"),
    /** What was asked for, as its verb wrote it. */
    scope: text().notNull(),
    /** Whoever is still to score in one of these reads nothing of it. */
    interviews: uuid().array().notNull(),
    ratings: integer().notNull(),
    askedBy: uuid("asked_by").notNull(),
    askedAt: moment("asked_at").notNull(),
    progress: text().notNull(),
    /** Counts what was told of it, so that a stream knows what is new. */
    step: integer().notNull(),
    failedAt: moment("failed_at"),
    figures: jsonb().$type<unknown>(),
    computedAt: moment("computed_at"),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.key] })],
);
