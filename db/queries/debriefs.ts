import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import type { DebriefStep, Outcome } from "@/lib/domain/debrief";
import type { Context } from "../context";
import { debriefArrivals, debriefReasons, debriefSteps, decisions, memberships } from "../schema/index";

type Person = { id: string; name: string };

export interface StepRecord {
  step: DebriefStep;
  by: Person;
  at: Date;
  reason: string | null;
}

export interface DecisionRecord {
  decisionId: string;
  interviewId: string;
  outcome: Outcome;
  rationale: string;
  by: Person;
  at: Date;
  tookPart: Person[];
}

const person = { id: memberships.id, name: memberships.name };

export async function listDebriefSteps(ctx: Context, interviewId: string): Promise<StepRecord[]> {
  return listDebriefStepsOf(ctx, [interviewId]);
}

/** Steps of some interviews' debriefs, in the order they were taken; the reason of an early opening to whom sees it. */
export async function listDebriefStepsOf(
  { tx, organization }: Context,
  interviewIds: readonly string[],
): Promise<(StepRecord & { interviewId: string })[]> {
  if (interviewIds.length === 0) return [];
  return tx
    .select({
      interviewId: debriefSteps.interviewId,
      step: debriefSteps.step,
      by: person,
      at: debriefSteps.takenAt,
      reason: debriefReasons.reason,
    })
    .from(debriefSteps)
    .leftJoin(
      debriefReasons,
      and(
        eq(debriefReasons.organizationId, debriefSteps.organizationId),
        eq(debriefReasons.interviewId, debriefSteps.interviewId),
        eq(debriefSteps.step, "opened-early"),
      ),
    )
    .innerJoin(
      memberships,
      and(
        eq(memberships.organizationId, debriefSteps.organizationId),
        eq(memberships.id, debriefSteps.memberId),
      ),
    )
    .where(
      and(
        eq(debriefSteps.organizationId, organization.id),
        inArray(debriefSteps.interviewId, [...interviewIds]),
      ),
    )
    .orderBy(asc(debriefSteps.takenAt), asc(debriefSteps.step));
}

/** Members whose page has looked at the room since then, by name. */
export async function listArrivals(
  { tx, organization }: Context,
  interviewId: string,
  since: Date,
): Promise<Person[]> {
  return tx
    .select(person)
    .from(debriefArrivals)
    .innerJoin(
      memberships,
      and(
        eq(memberships.organizationId, debriefArrivals.organizationId),
        eq(memberships.id, debriefArrivals.memberId),
      ),
    )
    .where(
      and(
        eq(debriefArrivals.organizationId, organization.id),
        eq(debriefArrivals.interviewId, interviewId),
        gt(debriefArrivals.seenAt, since),
      ),
    )
    .orderBy(asc(memberships.name), asc(memberships.id));
}

/** Decisions of some interviews, earliest first: the last of an interview stands. */
export async function listDecisions(
  { tx, organization }: Context,
  interviewIds: readonly string[],
): Promise<DecisionRecord[]> {
  if (interviewIds.length === 0) return [];
  const tookPart = sql<Person[]>`(select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name)
      order by m.name, m.id), '[]') from decision_members d
    join memberships m on m.organization_id = d.organization_id and m.id = d.member_id
    where d.organization_id = ${decisions.organizationId} and d.decision_id = ${decisions.id})`;
  return tx
    .select({
      decisionId: decisions.id,
      interviewId: decisions.interviewId,
      outcome: decisions.outcome,
      rationale: decisions.rationale,
      by: person,
      at: decisions.decidedAt,
      tookPart,
    })
    .from(decisions)
    .innerJoin(
      memberships,
      and(eq(memberships.organizationId, decisions.organizationId), eq(memberships.id, decisions.decidedBy)),
    )
    .where(
      and(eq(decisions.organizationId, organization.id), inArray(decisions.interviewId, [...interviewIds])),
    )
    .orderBy(asc(decisions.interviewId), asc(decisions.place));
}
