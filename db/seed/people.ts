import { sql } from "drizzle-orm";
import { DEFAULT_RUBRIC } from "@/lib/domain/default-rubric";
import { DEFAULT_FOLD, DEFAULT_WEIGHTS } from "@/lib/domain/rubric";
import type { Context, Transaction } from "../context";
import { users } from "../schema/index";
import { audit } from "../writes/audit";
import { createMember } from "../writes/members";
import { beginOrganization } from "../writes/organizations";
import { seedId } from "./ids";
import { CAST, CAST_KEYS, type CastKey, COMPANY } from "./world/cast";

export const ORGANIZATION_ID = seedId("organization", COMPANY);
export const RUBRIC_ID = seedId("rubric", COMPANY, 1);

/** A member of the cast as the app's contexts name them. */
export function castMember(key: CastKey): Context["member"] {
  return { id: seedId("member", key), name: CAST[key].name, roles: CAST[key].roles };
}

/** The company, everybody's accounts and memberships, and the first rubric version. Answers the administrator's context. */
export async function seedPeople(tx: Transaction, now: Date): Promise<Context> {
  await tx.execute(sql`select open_scope('identity')`);
  await tx.insert(users).values(
    CAST_KEYS.map((key) => ({
      id: seedId("user", key),
      name: CAST[key].name,
      email: emailOf(key),
      emailVerified: now,
      createdAt: now,
    })),
  );
  const ctx = await beginOrganization(tx, {
    id: ORGANIZATION_ID,
    name: COMPANY,
    now,
    admin: {
      id: castMember("amos").id,
      name: CAST.amos.name,
      email: emailOf("amos"),
      userId: seedId("user", "amos"),
    },
    rubric: {
      id: RUBRIC_ID,
      content: DEFAULT_RUBRIC,
      weights: DEFAULT_WEIGHTS,
      fold: DEFAULT_FOLD,
      reason: "First version: the wording Plumbline ships with, noticing weighted most",
    },
  });
  for (const key of CAST_KEYS) {
    if (key === "amos") continue;
    const { id, name, roles } = castMember(key);
    await createMember(ctx, {
      id,
      name,
      email: emailOf(key),
      userId: seedId("user", key),
      roles: [...roles],
    });
    await audit(ctx, {
      action: "member.create",
      subjectKind: "member",
      subjectId: id,
      detail: { roles: [...roles] },
    });
  }
  return ctx;
}

function emailOf(key: CastKey): string {
  return `${key}@${COMPANY.toLowerCase()}.example`;
}
