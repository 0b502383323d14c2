import { z } from "zod";
import type { Context } from "@/db/context";
import {
  type DirectoryGroup,
  findDirectoryGroup,
  listGroupMembers,
  listUserIdsAmong,
} from "@/db/queries/directory";
import { audit } from "@/db/writes/audit";
import { addToGroup, changeDirectoryGroup, takeOutOfGroup } from "@/db/writes/directory";
import { NAME_MAX_CHARACTERS, text } from "@/lib/contracts/values";
import { Problem } from "@/lib/domain/errors";
import { isId } from "./asked";
import { by, followGroups } from "./directory";
import { refused, SCIMMY, spoken, taken } from "./protocol";
import type { SeenFrom } from "./seen-from";

/** More than any house has interviewers; each is looked at alone. */
const MEMBERS_MAX = 5_000;

const groupForm = z.object({
  displayName: text.trim().min(1, "Say the displayName").max(NAME_MAX_CHARACTERS),
  externalId: text
    .trim()
    .max(254)
    .nullish()
    .transform((value) => value || null),
  members: z
    .array(z.object({ value: z.string("Name a member by their id") }))
    .max(MEMBERS_MAX)
    .nullish(),
});

export interface GroupForm {
  displayName: string;
  externalId: string | null;
  /** Null: not said, and therefore as they are. */
  memberIds: string[] | null;
}

/** A group that a directory sent whole, as what is kept of it. */
export async function groupIn(resource: Record<string, unknown>): Promise<GroupForm> {
  const keys = Object.keys(resource);
  const value = (name: string) =>
    resource[keys.find((key) => key.toLowerCase() === name.toLowerCase()) ?? name];
  const kept = {
    displayName: value("displayName"),
    externalId: value("externalId"),
    members: value("members"),
  };
  return groupFormOf(await spoken(() => new SCIMMY.Schemas.Group(kept, "in")));
}

export function groupFormOf(resource: object): GroupForm {
  const parsed = groupForm.safeParse(resource);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw refused(
      `${issue?.path.join(".") ?? ""}: ${issue?.message ?? "Invalid"}`,
      "invalidValue",
      parsed.error,
    );
  }
  const { members, ...group } = parsed.data;
  return { ...group, memberIds: members ? [...new Set(members.map(({ value }) => value))] : null };
}

/** A group in SCIM's own form. */
export function groupOut(
  { id, displayName, externalId, createdAt, changedAt }: DirectoryGroup,
  memberIds: readonly string[],
  { base }: SeenFrom,
  attributes?: InstanceType<typeof SCIMMY.Types.Filter>,
) {
  return new SCIMMY.Schemas.Group(
    {
      ...{ id, displayName },
      ...(externalId === null ? {} : { externalId }),
      members: memberIds.map((value) => ({ value, type: "User", $ref: `${base}/Users/${value}` })),
      meta: { created: createdAt, lastModified: changedAt },
    },
    "out",
    `${base}/Groups`,
    attributes,
  );
}

/** The group and who is in it, or the same words for one of another organisation as for none at all. */
export async function requireGroup(ctx: Context, groupId: string) {
  const group = isId(groupId) ? await findDirectoryGroup(ctx, { id: groupId }) : null;
  if (!group) throw new Problem("NOT_FOUND", "There is no such group");
  return { group, memberIds: (await listGroupMembers(ctx, [groupId])).map(({ memberId }) => memberId) };
}

export async function refuseTakenName(
  ctx: Context,
  { displayName, externalId }: GroupForm,
  id: string | null,
): Promise<void> {
  const named = await findDirectoryGroup(ctx, { displayName });
  if (named && named.id !== id) throw taken("There is a group of this displayName");
  const known = externalId === null ? null : await findDirectoryGroup(ctx, { externalId });
  if (known && known.id !== id) throw taken("There is a group of this externalId");
}

/** Members come in and leave, each is then what their groups mean; a change of the name alone changes nobody. */
export async function changeGroup(
  ctx: Context,
  { group, memberIds: before }: Awaited<ReturnType<typeof requireGroup>>,
  form: GroupForm,
): Promise<void> {
  await refuseTakenName(ctx, form, group.id);
  const after = form.memberIds ?? before;
  const [come, gone] = [without(after, before), without(before, after)];
  await requireUsers(ctx, come);
  const renamed = form.displayName !== group.displayName || form.externalId !== group.externalId;
  if (!renamed && come.length + gone.length === 0) return;
  await changeDirectoryGroup(ctx, group.id, { displayName: form.displayName, externalId: form.externalId });
  await addToGroup(ctx, group.id, come);
  await takeOutOfGroup(ctx, group.id, gone);
  await audit(ctx, {
    action: "group.change",
    subjectKind: "group",
    subjectId: group.id,
    detail: { come: come.length, gone: gone.length, renamed, ...by(ctx) },
  });
  await followGroups(ctx, [...come, ...gone]);
}

/** Another organisation's user is as unknown here as an id that nobody has. */
export async function requireUsers(ctx: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const known = ids.every(isId) ? await listUserIdsAmong(ctx, ids) : [];
  if (known.length < ids.length) throw refused("members: there is no such user", "invalidValue");
}

function without(ids: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others);
  return ids.filter((id) => !known.has(id));
}
