import { createHash, randomBytes } from "node:crypto";
import { and, eq, ne, type SQL, sql } from "drizzle-orm";
import { asIdentity } from "../acting-as";
import type { Context, Transaction } from "../context";
import { newId } from "../ids";
import { memberships, sessions } from "../schema/index";

/** 256 random bits: nobody guesses one. */
const TOKEN_BYTES = 32;

/** What the database keeps of a session cookie: a copy of the table signs nobody in. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

export interface NewSession {
  userId: string;
  /** Null means the person's first organisation. */
  organizationId: string | null;
  expires: Date;
  device?: string | null;
  idleHours?: number;
}

/** A new session's secret. */
export function drawToken(): string {
  return randomBytes(TOKEN_BYTES).toString("base64url");
}

/** Starts a session and answers the token for the cookie; it is never readable again. */
export async function createSession(tx: Transaction, session: NewSession): Promise<string> {
  const token = drawToken();
  await startSession(tx, token, session);
  return token;
}

/** Starts a session under a token that next-auth has drawn. */
export async function startSession(tx: Transaction, token: string, session: NewSession): Promise<void> {
  const { idleHours, ...row } = session;
  const idleLimit = idleHours === undefined ? {} : { idleLimit: `${idleHours} hours` };
  await tx.insert(sessions).values({ id: newId(), ...row, ...idleLimit, tokenHash: hashToken(token) });
}

/** The idle limit, as `open_session` states it. */
export const notLeftAlone: SQL = sql`${sessions.lastSeenAt} + ${sessions.idleLimit} > now()`;

/** Ends the session behind a cookie, whoever it is of. */
export async function endSessionByHash(tx: Transaction, tokenHash: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.tokenHash, tokenHash));
}

/** Ends one of a person's own sessions. True when there was one. */
export async function endSession(ctx: Context, userId: string, sessionId: string): Promise<boolean> {
  const ended = await asIdentity(ctx, (tx) =>
    tx
      .delete(sessions)
      .where(and(eq(sessions.userId, userId), eq(sessions.id, sessionId)))
      .returning({ id: sessions.id }),
  );
  return ended.length === 1;
}

/** Has a session work in another organisation from its next request on. */
export async function moveSession(ctx: Context, sessionId: string, organizationId: string): Promise<void> {
  await asIdentity(ctx, (tx) =>
    tx.update(sessions).set({ organizationId }).where(eq(sessions.id, sessionId)),
  );
}

/** Ends all of a person's own sessions but one. Answers how many. */
export async function endOtherSessions(ctx: Context, userId: string, keep: string): Promise<number> {
  const ended = await asIdentity(ctx, (tx) =>
    tx
      .delete(sessions)
      .where(and(eq(sessions.userId, userId), ne(sessions.id, keep)))
      .returning({ id: sessions.id }),
  );
  return ended.length;
}

/** Ends every session that a member works in here; what they are signed in to elsewhere stays. */
export async function endSessionsOfMember(ctx: Context, memberId: string): Promise<number> {
  const organizationId = ctx.organization.id;
  const ended = await asIdentity(ctx, (tx) =>
    tx.execute(sql`
      delete from ${sessions} s using ${memberships} m
      where m.organization_id = ${organizationId} and m.id = ${memberId} and s.user_id = m.user_id
        and (s.organization_id = ${organizationId} or (s.organization_id is null and not exists (
          select from ${memberships} o where o.user_id = m.user_id and o.deactivated_at is null
            and o.organization_id <> ${organizationId})))`),
  );
  return ended.count;
}
