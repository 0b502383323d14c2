import { integer, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { moment } from "./identity";

/** How long somebody's own figures are theirs alone; no row: the rule that ships (lib/domain/findings). */
export const findingRules = pgTable("finding_rules", {
  organizationId: uuid("organization_id").primaryKey(),
  days: integer(),
});

/** Since when somebody has figures of their own, and whether they shared them. Kept by a trigger. */
export const findings = pgTable(
  "findings",
  {
    organizationId: uuid("organization_id").notNull(),
    memberId: uuid("member_id").notNull(),
    toldAt: moment("told_at").notNull(),
    sharedAt: moment("shared_at"),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.memberId] })],
);
