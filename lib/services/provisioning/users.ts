import type { Context } from "@/db/context";
import { type DirectoryUser, findDirectoryUser, listGroupsOf } from "@/db/queries/directory";
import { audit } from "@/db/writes/audit";
import { changeDirectoryUser } from "@/db/writes/directory";
import { endSessionsOfMember } from "@/db/writes/sessions";
import { Problem } from "@/lib/domain/errors";
import { isId } from "./asked";
import { by, requireAnAdministrator } from "./directory";
import { type SCIMMY, taken } from "./protocol";
import type { SeenFrom } from "./seen-from";
import { type UserForm, userOut } from "./user-form";

/** The user, or the same words for one of another organisation as for none at all. */
export async function requireUser(ctx: Context, userId: string): Promise<DirectoryUser> {
  const found = isId(userId) ? await findDirectoryUser(ctx, { id: userId }) : null;
  if (!found) throw new Problem("NOT_FOUND", "There is no such user");
  return found;
}

/** A user as they stand now. */
export async function shown(
  ctx: Context,
  userId: string,
  seenFrom: SeenFrom,
  attributes?: InstanceType<typeof SCIMMY.Types.Filter>,
) {
  const user = await requireUser(ctx, userId);
  return userOut(user, await listGroupsOf(ctx, [userId]), seenFrom, attributes);
}

/** Two users of one organisation never go by the same name or external id. */
export async function refuseTaken(ctx: Context, form: UserForm, before: DirectoryUser | null): Promise<void> {
  const named = await findDirectoryUser(ctx, { userName: form.userName });
  if (named && named.id !== before?.id) throw taken("There is a user of this userName");
  if (form.externalId === null) return;
  const known = await findDirectoryUser(ctx, { externalId: form.externalId });
  if (known && known.id !== before?.id) throw taken("There is a user of this externalId");
}

/** What the directory says of a user from now on. Inactive, and named as somebody else, end every session at once. */
export async function changeUser(
  ctx: Context,
  before: DirectoryUser,
  form: UserForm,
  { issuer }: SeenFrom,
): Promise<void> {
  await refuseTaken(ctx, form, before);
  const active = form.active ?? before.active;
  const forgetsAccount =
    before.userId !== null && before.externalId !== null && form.externalId !== before.externalId;
  const changed = changedFields(before, { ...form, active });
  if (changed.length === 0) return;
  const ends = !active || forgetsAccount;
  // Before the account is forgotten: the sessions are its.
  const ended = ends ? await endSessionsOfMember(ctx, before.id) : 0;
  const words = { ...form, active, issuer: form.externalId === null ? null : issuer };
  await changeDirectoryUser(ctx, before.id, words, { wasActive: before.active, forgetsAccount });
  await audit(ctx, {
    action: "member.change",
    subjectKind: "member",
    subjectId: before.id,
    detail: { changed, active, ended, ...by(ctx) },
  });
  if (ends) await requireAnAdministrator(ctx);
}

/** Which fields, by name: the audit holds no word about anybody. */
function changedFields(before: DirectoryUser, after: UserForm & { active: boolean }): string[] {
  const fields = ["userName", "externalId", "name", "givenName", "familyName", "email", "active"] as const;
  return fields.filter((field) => before[field] !== after[field]);
}
