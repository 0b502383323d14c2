import type { Context } from "@/db/context";
import { listSessions as list } from "@/db/queries/sessions";
import type { OutputOf } from "@/lib/contracts/contract";
import type { listSessionsContract } from "@/lib/contracts/sessions";
import { requirePerson } from "../shared/require-role";

/** Where one is signed in: one's own devices only. */
export async function listSessions(ctx: Context): Promise<OutputOf<typeof listSessionsContract>> {
  const { id: here, userId } = requirePerson(ctx);
  const sessions = await list(ctx, userId);
  return {
    sessions: sessions.map(({ id, device, createdAt, lastSeenAt, expires }) => ({
      id,
      device,
      startedAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      endsAt: expires.toISOString(),
      here: id === here,
    })),
  };
}
