import { bigint, customType, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { moment } from "./identity";
import { owned } from "./interviewing";

const bytes = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });

export const auditHeads = pgTable("audit_heads", {
  organizationId: uuid("organization_id").primaryKey(),
  seq: bigint({ mode: "number" }).notNull(),
  hash: bytes().notNull(),
});

export const auditEvents = pgTable(
  "audit_events",
  {
    organizationId: owned.organizationId,
    seq: bigint({ mode: "number" }).notNull(),
    at: moment("at").notNull(),
    actorId: uuid("actor_id"),
    action: text().notNull(),
    subjectKind: text("subject_kind").notNull(),
    subjectId: uuid("subject_id"),
    detail: jsonb().$type<Record<string, unknown>>().notNull(),
    hash: bytes().notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.seq] })],
);
