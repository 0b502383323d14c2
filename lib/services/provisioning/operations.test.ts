import { expect, test } from "vitest";
import { listed, matchOf, pageOf } from "./asked";
import { patched } from "./operations";
import { SCIMMY } from "./protocol";
import { formOf, userIn } from "./user-form";

const PATCH = ["urn:ietf:params:scim:api:messages:2.0:PatchOp"];
const ada = () =>
  new SCIMMY.Schemas.User({
    ...{ id: "1", userName: "ada@example.com", externalId: "s-1", displayName: "Ada Byron", active: true },
    name: { formatted: "Ada Byron", givenName: "Ada", familyName: "Byron" },
    emails: [{ value: "ada@example.com", type: "work", primary: true }],
  });
const crew = () =>
  new SCIMMY.Schemas.Group({ id: "2", displayName: "Crew", members: [{ value: "a" }, { value: "b" }] });
const user = async (...Operations: { op: string; path?: string; value?: unknown }[]) =>
  formOf(await patched(ada(), { schemas: PATCH, Operations }));
const members = async (...Operations: { op: string; path?: string; value?: unknown }[]) =>
  Object(await patched(crew(), { schemas: PATCH, Operations })).members?.map(
    ({ value }: { value: string }) => value,
  ) ?? [];

test("a user is deactivated in every way that Okta and Entra write it", async () => {
  for (const operation of [
    { op: "replace", value: { active: false } },
    { op: "Replace", path: "active", value: "False" },
    { op: "replace", path: "active", value: false },
    { op: "Add", path: "active", value: "false" },
    { op: "replace", value: { id: "1", active: "False", "name.givenName": "Ada" } },
    { op: "replace", path: "urn:ietf:params:scim:schemas:core:2.0:User:active", value: "False" },
  ])
    expect(await user(operation), JSON.stringify(operation)).toMatchObject({
      active: false,
      userName: "ada@example.com",
    });
  expect(await user({ op: "replace", path: "active", value: "True" })).toMatchObject({ active: true });
});

test("names are merged, the one address is replaced, and what is not kept is taken without a word", async () => {
  const before = { name: "Ada Byron", givenName: "Ada", familyName: "Byron" };
  const patch = async (...Operations: { op: string; path?: string; value?: unknown }[]) =>
    formOf(await patched(ada(), { schemas: PATCH, Operations }), before as never);
  expect(await patch({ op: "replace", path: "name", value: { familyName: "Lovelace" } })).toMatchObject({
    name: "Ada Lovelace",
    givenName: "Ada",
  });
  expect(await patch({ op: "Replace", path: "displayName", value: "A. L." })).toMatchObject({
    name: "A. L.",
  });
  expect(
    await patch({ op: "Add", path: 'emails[type eq "work"].value', value: "al@example.com" }),
  ).toMatchObject({ email: "al@example.com", name: "Ada Byron" });
  expect(
    await patch(
      { op: "Add", path: "title", value: "Countess" },
      { op: "Add", path: 'phoneNumbers[type eq "work"].value', value: "1" },
      {
        op: "Add",
        path: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department",
        value: "X",
      },
    ),
  ).toMatchObject({ name: "Ada Byron", email: "ada@example.com", externalId: "s-1" });
});

test("members come and go in every way that Okta and Entra write it", async () => {
  expect(await members({ op: "remove", path: 'members[value eq "a"]' })).toEqual(["b"]);
  expect(await members({ op: "Remove", path: "members", value: [{ value: "a" }] })).toEqual(["b"]);
  expect(await members({ op: "Remove", path: 'members[value eq "nobody"]' })).toEqual(["a", "b"]);
  expect(await members({ op: "Add", path: "members", value: [{ value: "c" }] })).toEqual(["a", "b", "c"]);
  expect(await members({ op: "replace", path: "members", value: [{ value: "c" }] })).toEqual(["c"]);
  expect(await members({ op: "replace", path: "members", value: [] })).toEqual([]);
  expect(await members({ op: "remove", path: "members" })).toEqual([]);
});

test("what is no PATCH is refused in SCIM's words, and reaches into nothing", async () => {
  const refusal = (operation: { op: string; path?: string; value?: unknown }) =>
    user(operation).then(
      () => "done",
      (problem) => problem.details.scimType,
    );
  expect(await refusal({ op: "move", path: "active", value: true })).toBe("invalidSyntax");
  expect(await refusal({ op: "replace", path: "nosuch", value: true })).toBe("invalidPath");
  expect(await refusal({ op: "replace", path: "active", value: "perhaps" })).toBe("invalidValue");
  expect(await refusal({ op: "replace", path: "userName", value: null })).toBe("invalidValue");
  expect(await refusal({ op: "remove" })).toBe("noTarget");
  expect(await refusal({ op: "add", path: "emails", value: [{ value: '"e@a.com"@b.com' }] })).toBe(
    "invalidValue",
  );
  for (const path of ["__proto__.active", "constructor.prototype.active", "__proto__"])
    expect(await refusal({ op: "add", path, value: "owned" })).toBe("invalidPath");
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test("a user sent whole: names from what there is, and a mail address out of the userName", async () => {
  expect(await userIn({ USERNAME: "bo@example.com", active: "False" })).toEqual({
    ...{ userName: "bo@example.com", externalId: null, name: "bo@example.com", email: "bo@example.com" },
    ...{ givenName: null, familyName: null, active: false },
  });
  expect(
    await userIn({
      userName: "bo",
      name: { givenName: "Bo", familyName: "Ek" },
      roles: "owner",
      password: 1,
    }),
  ).toMatchObject({ name: "Bo Ek", email: null, active: null });
  await expect(userIn({ displayName: "Nobody" })).rejects.toMatchObject({ code: "INVALID" });
  await expect(userIn({ userName: ["a"] })).rejects.toMatchObject({ code: "INVALID" });
  await expect(userIn({ userName: "nul\0" })).rejects.toMatchObject({ code: "INVALID" });
});

test("a filter names what it looks for, exactly; anything else is said to be unanswered", async () => {
  const NAMES = ["userName", "externalId", "id"] as const;
  expect(await matchOf({ filter: 'username EQ "a" and externalId eq "b"' }, NAMES)).toEqual({
    userName: "a",
    externalId: "b",
  });
  expect(await matchOf({ filter: 'id eq "none"' }, NAMES)).toBeNull();
  for (const filter of [
    'userName co "a"',
    'not (userName eq "a")',
    'userName eq "a" or userName eq "b"',
    "userName eq 5",
    "userName pr",
    'emails[type eq "work"].value eq "a"',
    'displayName eq "a"',
    "((((",
    'userName eq "a',
  ])
    await expect(matchOf({ filter }, NAMES), filter).rejects.toMatchObject({ code: "INVALID" });
});

test("pages are counted from one, whatever is asked for, and are answered as they are", () => {
  expect(pageOf({ startIndex: 0, count: -1 })).toEqual({ first: 1, page: { offset: 0, limit: 0 } });
  expect(pageOf({ startIndex: 3, count: 9_000 })).toEqual({ first: 3, page: { offset: 2, limit: 200 } });
  expect(listed([{ id: "c" }, { id: "d" }], 10, 3)).toMatchObject({
    ...{ totalResults: 10, startIndex: 3, itemsPerPage: 2 },
    Resources: [{ id: "c" }, { id: "d" }],
  });
});
