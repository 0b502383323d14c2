import { pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { Role } from "@/lib/domain/roles";
import { moment } from "./identity";

export const directoryMembers = pgTable(
  "directory_members",
  {
    organizationId: uuid("organization_id").notNull(),
    memberId: uuid("member_id").notNull(),
    userName: text("user_name"),
    externalId: text("external_id"),
    issuer: text(),
    givenName: text("given_name"),
    familyName: text("family_name"),
    changedAt: moment("changed_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.memberId] })],
);

export const directoryGroups = pgTable(
  "directory_groups",
  {
    organizationId: uuid("organization_id").notNull(),
    id: uuid().notNull(),
    displayName: text("display_name").notNull(),
    externalId: text("external_id"),
    role: text().$type<Role>(),
    createdAt: moment("created_at").notNull(),
    changedAt: moment("changed_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);

export const directoryGroupMembers = pgTable(
  "directory_group_members",
  {
    organizationId: uuid("organization_id").notNull(),
    groupId: uuid("group_id").notNull(),
    memberId: uuid("member_id").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.groupId, table.memberId] })],
);
