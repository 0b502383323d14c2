import type { Context } from "@/db/context";
import { audit } from "@/db/writes/audit";
import { lockCandidate } from "@/db/writes/privacy";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { erasePersonContract } from "@/lib/contracts/privacy";
import { Problem } from "@/lib/domain/errors";
import { confirmsName } from "@/lib/domain/privacy";
import { requireAdmin } from "../shared/require-role";
import { auditErasure } from "./audit-erasure";
import { eraseCandidate } from "./erase-candidate";
import { requirePersonRecord } from "./people";

/** Erases a candidate. A legal hold refuses it, and the refusal stays in the audit chain. */
export async function erasePerson(
  ctx: Context,
  { candidateId, reason, typedName }: InputOf<typeof erasePersonContract>,
): Promise<OutputOf<typeof erasePersonContract>> {
  requireAdmin(ctx);
  await lockCandidate(ctx, candidateId);
  const person = await requirePersonRecord(ctx, candidateId);
  if (person.erasedAt) throw new Problem("CONFLICT", "This candidate was erased before");
  if (!confirmsName(typedName, person.name)) {
    throw new Problem("INVALID", "The name does not match: type it as it stands here", {
      field: "typedName",
    });
  }
  if (person.held) {
    await audit(ctx, {
      action: "candidate.erase-refused",
      subjectKind: "candidate",
      subjectId: candidateId,
      detail: { reason, rule: "legal-hold" },
    });
    throw new Problem("CONFLICT", "A legal hold stands: nothing is erased until it is lifted").asRecorded();
  }
  const removed = await eraseCandidate(ctx, candidateId);
  if (!removed) throw new Problem("CONFLICT", "This candidate was erased before");
  await auditErasure(ctx, person, { reason, removed });
  return { candidateId, removed };
}
