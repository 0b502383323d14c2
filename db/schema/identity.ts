import { bigint, integer, interval, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { Role } from "@/lib/domain/roles";
import type { TokenScope } from "@/lib/domain/tokens";

export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

export const organizations = pgTable("organizations", {
  id: uuid().primaryKey(),
  name: text().notNull(),
  createdAt: moment("created_at").notNull().defaultNow(),
});

export const users = pgTable("users", {
  id: uuid().primaryKey(),
  name: text(),
  email: text(),
  emailVerified: moment("email_verified"),
  image: text(),
  createdAt: moment("created_at").notNull().defaultNow(),
});

export const accounts = pgTable(
  "accounts",
  {
    issuer: text().notNull(),
    subject: text().notNull(),
    userId: uuid("user_id").notNull(),
    type: text().notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.issuer, table.subject] })],
);

export const sessions = pgTable("sessions", {
  tokenHash: text("token_hash").primaryKey(),
  id: uuid().notNull().defaultRandom(),
  userId: uuid("user_id").notNull(),
  organizationId: uuid("organization_id"),
  expires: moment("expires").notNull(),
  createdAt: moment("created_at").notNull().defaultNow(),
  lastSeenAt: moment("last_seen_at").notNull().defaultNow(),
  device: text(),
  idleLimit: interval("idle_limit").notNull().default("24 hours"),
});

export const apiTokens = pgTable(
  "api_tokens",
  {
    organizationId: uuid("organization_id").notNull(),
    id: uuid().notNull(),
    memberId: uuid("member_id").notNull(),
    name: text().notNull(),
    tokenHash: text("token_hash").notNull(),
    prefix: text().notNull(),
    scope: text().$type<TokenScope>().notNull(),
    createdAt: moment("created_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
    lastUsedAt: moment("last_used_at"),
    revokedAt: moment("revoked_at"),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);

export const verificationTokens = pgTable(
  "verification_tokens",
  { identifier: text().notNull(), token: text().notNull(), expires: moment("expires").notNull() },
  (table) => [primaryKey({ columns: [table.identifier, table.token] })],
);

/** Written by rate-limiter-flexible through db/limit-store. */
export const rateLimits = pgTable("rate_limits", {
  key: text().primaryKey(),
  points: integer().notNull(),
  expire: bigint({ mode: "number" }),
});

export const memberships = pgTable(
  "memberships",
  {
    organizationId: uuid("organization_id").notNull(),
    id: uuid().notNull(),
    userId: uuid("user_id"),
    name: text().notNull(),
    email: text(),
    roles: text().array().$type<Role[]>().notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
    deactivatedAt: moment("deactivated_at"),
    lastSeenAt: moment("last_seen_at"),
    /** Until when their roles let them compare; null while they do, or if they never did. Kept by a trigger. */
    comparedUntil: moment("compared_until"),
    /** Until when an open invitation may be taken up. */
    invitedUntil: moment("invited_until"),
    /** When the invitation's mail was handed over; null while it waits, or where there is none. */
    invitationMailedAt: moment("invitation_mailed_at"),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);
