import { z } from "zod";
import type { DirectoryUser } from "@/db/queries/directory";
import { email, NAME_MAX_CHARACTERS, text } from "@/lib/contracts/values";
import { truth } from "./operations";
import { refused, SCIMMY, spoken } from "./protocol";
import type { SeenFrom } from "./seen-from";

/** As long as an address may be; an id of a directory's is shorter. */
const ID_MAX_CHARACTERS = 254;

const optional = (max: number) =>
  text
    .trim()
    .max(max)
    .nullish()
    .transform((value) => value || null);

/** What is kept of a user, out of everything SCIM may say of one. */
const userForm = z.object({
  userName: text.trim().min(1, "Say the userName").max(ID_MAX_CHARACTERS),
  externalId: optional(ID_MAX_CHARACTERS),
  displayName: optional(NAME_MAX_CHARACTERS),
  name: z
    .object({
      formatted: optional(NAME_MAX_CHARACTERS),
      givenName: optional(NAME_MAX_CHARACTERS),
      familyName: optional(NAME_MAX_CHARACTERS),
    })
    .nullish(),
  emails: z
    .array(z.object({ value: email, type: z.string().nullish(), primary: z.boolean().nullish() }))
    .nullish(),
  /** Said or not: what is not said stays as it is. */
  active: z.boolean().nullish(),
});

export interface UserForm {
  userName: string;
  externalId: string | null;
  name: string;
  givenName: string | null;
  familyName: string | null;
  email: string | null;
  active: boolean | null;
}

/** A resource that a directory sent whole, as what is kept of it. */
export async function userIn(resource: Record<string, unknown>): Promise<UserForm> {
  const keys = Object.keys(resource);
  const value = (name: string) =>
    resource[keys.find((key) => key.toLowerCase() === name.toLowerCase()) ?? name];
  const kept = {
    ...{ userName: value("userName"), externalId: value("externalId"), displayName: value("displayName") },
    ...{ name: value("name"), emails: value("emails"), active: truth(value("active")) },
  };
  return formOf(await spoken(() => new SCIMMY.Schemas.User(kept, "in")));
}

/**
 * The same of a resource in the library's form.
 * @param before the user that was patched: a part of the name that was changed counts, not the name there was
 */
export function formOf(resource: object, before?: DirectoryUser): UserForm {
  const parsed = userForm.safeParse(resource);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw refused(
      `${issue?.path.join(".") ?? ""}: ${issue?.message ?? "Invalid"}`,
      "invalidValue",
      parsed.error,
    );
  }
  const { userName, externalId, displayName, name, emails, active } = parsed.data;
  const { givenName = null, familyName = null, formatted = null } = name ?? {};
  const changed = givenName !== before?.givenName || familyName !== before?.familyName;
  const parts = before && !changed ? "" : [givenName, familyName].filter(Boolean).join(" ");
  const whole = [displayName, formatted].filter((words) => words !== before?.name);
  const address = (emails?.find(({ primary }) => primary) ?? emails?.[0])?.value ?? addressIn(userName);
  return {
    ...{ userName, externalId, givenName, familyName },
    name: (whole.find(Boolean) ?? (parts || before?.name || userName)).slice(0, NAME_MAX_CHARACTERS),
    email: address,
    active: active ?? null,
  };
}

/** Many a directory's userName is the address itself. */
function addressIn(userName: string): string | null {
  const parsed = email.safeParse(userName);
  return parsed.success ? parsed.data : null;
}

/** A user in SCIM's own form. */
export function userOut(
  user: DirectoryUser,
  groups: readonly { groupId: string; displayName: string }[],
  { base }: SeenFrom,
  attributes?: InstanceType<typeof SCIMMY.Types.Filter>,
) {
  const { id, userName, externalId, name, givenName, familyName, email: address, active } = user;
  const given = <T>(key: string, value: T | null) => (value === null ? {} : { [key]: value });
  return new SCIMMY.Schemas.User(
    {
      ...{ id, userName: userName ?? address ?? id, displayName: name, active },
      ...given("externalId", externalId),
      name: { formatted: name, ...given("givenName", givenName), ...given("familyName", familyName) },
      ...(address === null ? {} : { emails: [{ value: address, type: "work", primary: true }] }),
      ...(groups.length === 0
        ? {}
        : { groups: groups.map(({ groupId, displayName }) => ({ value: groupId, display: displayName })) }),
      meta: { created: user.createdAt, lastModified: user.changedAt ?? user.createdAt },
    },
    "out",
    `${base}/Users`,
    attributes,
  );
}
