import type { DebriefStep, Outcome } from "@/lib/domain/debrief";
import type { Context } from "../context";
import { debriefArrivals, debriefReasons, debriefSteps, decisionMembers, decisions } from "../schema/index";

/** Takes a step of the room; false when somebody has taken it before. */
export async function appendDebriefStep(
  { tx, organization, member, now }: Context,
  interviewId: string,
  step: DebriefStep,
  reason: string | null,
): Promise<boolean> {
  const taken = await tx
    .insert(debriefSteps)
    .values({ organizationId: organization.id, interviewId, step, memberId: member.id, takenAt: now })
    .onConflictDoNothing()
    .returning({ step: debriefSteps.step });
  if (taken.length === 0) return false;
  if (reason !== null)
    await tx.insert(debriefReasons).values({ organizationId: organization.id, interviewId, reason });
  return true;
}

/** Keeps that one's own page has the room open now. */
export async function keepArrival(
  { tx, organization, member, now }: Context,
  interviewId: string,
): Promise<void> {
  await tx
    .insert(debriefArrivals)
    .values({ organizationId: organization.id, interviewId, memberId: member.id, seenAt: now })
    .onConflictDoUpdate({
      target: [debriefArrivals.organizationId, debriefArrivals.interviewId, debriefArrivals.memberId],
      set: { seenAt: now },
    });
}

/** Appends the `place`-th decision of an interview with the members who took part. */
export async function appendDecision(
  { tx, organization, member, now }: Context,
  decision: {
    id: string;
    interviewId: string;
    place: number;
    outcome: Outcome;
    rationale: string;
    tookPart: readonly string[];
  },
): Promise<void> {
  const { tookPart, ...row } = decision;
  await tx
    .insert(decisions)
    .values({ organizationId: organization.id, ...row, decidedBy: member.id, decidedAt: now });
  await tx
    .insert(decisionMembers)
    .values(tookPart.map((memberId) => ({ organizationId: organization.id, decisionId: row.id, memberId })));
}
