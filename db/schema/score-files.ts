import { customType, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { moment } from "./identity";
import { owned } from "./interviewing";

const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** A ratings file of a lead's own, to see a sheet of it; nothing in it is a candidate's here. */
export const scoreFiles = pgTable(
  "score_files",
  {
    ...owned,
    title: text().notNull(),
    uploadedBy: uuid("uploaded_by").notNull(),
    uploadedAt: moment("uploaded_at").notNull(),
    bytes: integer().notNull(),
    parts: integer().notNull(),
    choices: jsonb().$type<unknown>(),
    figures: jsonb().$type<unknown>(),
    /** Names the choices that the figures were computed with. */
    figuresFor: text("figures_for"),
    keptAt: moment("kept_at"),
    expiresAt: moment("expires_at"),
    /** How often an erasure took words out of it. */
    cleared: integer().notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);

export const scoreFileParts = pgTable(
  "score_file_parts",
  {
    organizationId: owned.organizationId,
    fileId: uuid("file_id").notNull(),
    place: integer().notNull(),
    content: bytes().notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.fileId, table.place] })],
);
