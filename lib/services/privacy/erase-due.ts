import { findRetentionRules, listKept, type OwnScope } from "@/db/queries/retention";
import { isDue } from "@/lib/domain/retention";
import { auditErasure } from "./audit-erasure";
import { eraseCandidate } from "./erase-candidate";

/** Whom the daily pass would erase now, the longest kept first. */
export async function listDue(scope: OwnScope): Promise<string[]> {
  const rules = await findRetentionRules(scope);
  if (rules.automaticSince === null) return [];
  return (await listKept(scope)).flatMap((person) =>
    isDue(person, rules, scope.now) ? [person.candidateId] : [],
  );
}

/**
 * Erases one of them, in a transaction of its own. Looks again first: since they were listed, a hold may have been
 * placed, an interview planned, or another instance may have been here. Answers whether it was this call that did it.
 */
export async function eraseDue(scope: OwnScope, candidateId: string): Promise<boolean> {
  const rules = await findRetentionRules(scope);
  const [person] = await listKept(scope, { candidateId });
  if (!person || !isDue(person, rules, scope.now)) return false;
  const removed = await eraseCandidate(scope, candidateId);
  if (!removed) return false;
  await auditErasure(scope, person, { reason: "retention", removed });
  return true;
}
