import type { Context } from "@/db/context";
import { audit } from "@/db/writes/audit";
import { endOtherSessions as end } from "@/db/writes/sessions";
import type { OutputOf } from "@/lib/contracts/contract";
import type { endOtherSessionsContract } from "@/lib/contracts/sessions";
import { requirePerson } from "../shared/require-role";

/** Signs one out everywhere but here. */
export async function endOtherSessions(ctx: Context): Promise<OutputOf<typeof endOtherSessionsContract>> {
  const { id, userId } = requirePerson(ctx);
  const ended = await end(ctx, userId, id);
  await audit(ctx, {
    action: "session.end",
    subjectKind: "member",
    subjectId: ctx.member.id,
    detail: { ended },
  });
  return { ended };
}
