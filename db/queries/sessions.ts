import { and, desc, eq, gt } from "drizzle-orm";
import { asIdentity } from "../acting-as";
import type { Context } from "../context";
import { sessions } from "../schema/index";
import { notLeftAlone } from "../writes/sessions";

export interface SessionRecord {
  id: string;
  device: string | null;
  createdAt: Date;
  lastSeenAt: Date;
  expires: Date;
}

/** Where a person is signed in now, the latest first. */
export function listSessions(ctx: Context, userId: string): Promise<SessionRecord[]> {
  const { id, device, createdAt, lastSeenAt, expires } = sessions;
  return asIdentity(ctx, (tx) =>
    tx
      .select({ id, device, createdAt, lastSeenAt, expires })
      .from(sessions)
      .where(and(eq(sessions.userId, userId), gt(sessions.expires, ctx.now), notLeftAlone))
      .orderBy(desc(sessions.lastSeenAt), desc(sessions.id)),
  );
}
