import type { Context } from "@/db/context";
import { findDeletedUser } from "@/db/queries/directory";
import { audit } from "@/db/writes/audit";
import { changeDirectoryUser, createDirectoryUser, setRoles, type UserWords } from "@/db/writes/directory";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { createUserContract } from "@/lib/contracts/provisioning";
import { asDirectory, by, LEAST_ROLES } from "./directory";
import type { SeenFrom } from "./seen-from";
import { userIn } from "./user-form";
import { refuseTaken, shown } from "./users";

/** Adds a member with the least role; or has one back whom the directory had deleted, as the same external id. */
export async function createUser(
  ctx: Context,
  resource: InputOf<typeof createUserContract>,
  seenFrom: SeenFrom,
): Promise<OutputOf<typeof createUserContract>> {
  const form = await userIn(resource);
  return asDirectory(ctx, async () => {
    await refuseTaken(ctx, form, null);
    const issuer = form.externalId === null ? null : seenFrom.issuer;
    const words = { ...form, issuer, active: form.active ?? true };
    const gone = form.externalId === null ? null : await findDeletedUser(ctx, form.externalId);
    const id = gone
      ? await haveBack(ctx, gone.id, words)
      : await createDirectoryUser(ctx, words, [...LEAST_ROLES]);
    await audit(ctx, {
      action: "member.create",
      subjectKind: "member",
      subjectId: id,
      detail: { roles: LEAST_ROLES, active: words.active, ...(gone ? { again: true } : {}), ...by(ctx) },
    });
    return { ...(await shown(ctx, id, seenFrom)) };
  });
}

/** Their scorecards are theirs as before, their roles are not. */
async function haveBack(ctx: Context, id: string, words: UserWords): Promise<string> {
  await changeDirectoryUser(ctx, id, words, { wasActive: false, forgetsAccount: false });
  await setRoles(ctx, id, [...LEAST_ROLES]);
  return id;
}
