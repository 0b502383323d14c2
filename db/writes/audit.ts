import { sql } from "drizzle-orm";
import type { Context } from "../context";

/** Every kind of deed that leaves an audit row. Screens turn these into sentences. */
export const AUDIT_ACTIONS = [
  "session.start",
  "session.end",
  "token.create",
  "token.revoke",
  "organization.create",
  "organization.export",
  "member.create",
  "member.invite",
  "member.join",
  "member.change",
  "group.create",
  "group.change",
  "group.delete",
  "group.mean",
  "rubric.draft",
  "rubric.change",
  "rubric.discard",
  "rubric.publish",
  "rubric.retire",
  "rubric.reinstate",
  "opening.create",
  "interview.create",
  "seat.nudge",
  "scorecard.submit",
  "scorecard.amend",
  "debrief.open",
  "debrief.reveal",
  "debrief.decide",
  "import.run",
  "findings.share",
  "findings.rule",
  "practice.attempt",
  "practice.rule",
  "practice.answer",
  "practice.propose",
  "practice.draft",
  "practice.agree",
  "practice.round-start",
  "practice.round-join",
  "practice.round-reveal",
  "practice.round-talk",
  "practice.round-close",
  "practice.round-call-off",
  "practice.round-take-over",
  "scores.add",
  "scores.keep",
  "scores.discard",
  "export.list",
  "export.dossier",
  "export.heatmap",
  "export.comparison",
  "export.opening",
  "export.person",
  "candidate.erase",
  "candidate.erase-refused",
  "hold.place",
  "hold.lift",
  "retention.change",
  "retention.place",
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/**
 * Appends one deed to the organisation's hash chain, in the transaction that does it.
 * Take it last: it holds the organisation's chain until the transaction ends. A deed about a scorecard, seat, interview,
 * application, opening or import is told to open pages; name the interviewId in the detail where the subject is
 * something else (migration 0008, tell_change).
 * @param detail ids and counts only, never a name or a note
 */
export async function audit(
  { tx, now }: Pick<Context, "tx" | "now">,
  deed: { action: AuditAction; subjectKind: string; subjectId: string; detail?: Record<string, unknown> },
): Promise<void> {
  await tx.execute(sql`select append_audit(${deed.action}, ${deed.subjectKind}, ${deed.subjectId}::uuid,
    ${JSON.stringify(deed.detail ?? {})}::jsonb, ${now.toISOString()}::timestamptz)`);
}
