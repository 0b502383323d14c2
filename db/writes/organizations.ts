import { sql } from "drizzle-orm";
import type { Fold, RubricContent, Weights } from "@/lib/domain/rubric";
import type { Database } from "../client";
import type { Context, Transaction } from "../context";
import { newId } from "../ids";
import { memberships, organizations, rubricVersions } from "../schema/index";
import { audit } from "./audit";

export interface NewOrganization {
  id?: string;
  name: string;
  now: Date;
  /** The first administrator; without `userId` they join at their first sign-in with this address. */
  admin: { id?: string; name: string; email: string; userId?: string };
  rubric: { id?: string; content: RubricContent; weights: Weights; fold: Fold; reason: string };
}

/** An organisation begins with one administrator and one published rubric version: nothing works without either. */
export async function createOrganization(
  database: Database,
  organization: NewOrganization,
): Promise<Context["organization"]> {
  return database.transaction(async (tx) => (await beginOrganization(tx, organization)).organization);
}

/** The same inside a transaction that goes on: answers the administrator's context in the new organisation. */
export async function beginOrganization(tx: Transaction, organization: NewOrganization): Promise<Context> {
  const id = organization.id ?? newId();
  const memberId = organization.admin.id ?? newId();
  const { name, now } = organization;
  await tx.execute(sql`select open_organization(${id}::uuid, ${memberId}::uuid)`);
  await tx.insert(organizations).values({ id, name, createdAt: now });
  await tx.insert(memberships).values({
    organizationId: id,
    id: memberId,
    name: organization.admin.name,
    email: organization.admin.email.toLowerCase(),
    userId: organization.admin.userId ?? null,
    roles: ["admin"],
    createdAt: now,
  });
  const ctx: Context = {
    tx,
    endings: [],
    organization: { id, name },
    member: { id: memberId, name: organization.admin.name, roles: ["admin"] },
    now,
  };
  await audit(ctx, { action: "organization.create", subjectKind: "organization", subjectId: id });
  await publishRubric(ctx, { number: 1, ...organization.rubric });
  return ctx;
}

/** Publishes a rubric version; from here on its wording, weights and fold never change. */
export async function publishRubric(
  ctx: Context,
  rubric: {
    id?: string;
    number: number;
    content: RubricContent;
    weights: Weights;
    fold: Fold;
    reason: string;
  },
): Promise<string> {
  const id = rubric.id ?? newId();
  await ctx.tx.insert(rubricVersions).values({
    ...rubric,
    id,
    organizationId: ctx.organization.id,
    state: "published",
    createdAt: ctx.now,
    publishedAt: ctx.now,
  });
  await audit(ctx, { action: "rubric.publish", subjectKind: "rubric-version", subjectId: id });
  return id;
}
