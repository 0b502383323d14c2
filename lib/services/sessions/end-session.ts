import type { Context } from "@/db/context";
import { audit } from "@/db/writes/audit";
import { endSession as end } from "@/db/writes/sessions";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { endSessionContract } from "@/lib/contracts/sessions";
import { Problem } from "@/lib/domain/errors";
import { requirePerson } from "../shared/require-role";

/** Signs one out on another device, or here. */
export async function endSession(
  ctx: Context,
  { sessionId }: InputOf<typeof endSessionContract>,
): Promise<OutputOf<typeof endSessionContract>> {
  const { userId } = requirePerson(ctx);
  if (!(await end(ctx, userId, sessionId)))
    throw new Problem("NOT_FOUND", "You are not signed in there any more");
  await audit(ctx, { action: "session.end", subjectKind: "member", subjectId: ctx.member.id });
  return { sessionId };
}
