import { pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { moment } from "./identity";

/** Ways of looking at the candidate list, by their owner's name for them. */
export const savedViews = pgTable(
  "saved_views",
  {
    organizationId: uuid("organization_id").notNull(),
    memberId: uuid("member_id").notNull(),
    name: text().notNull(),
    query: text().notNull(),
    savedAt: moment("saved_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.memberId, table.name] })],
);
