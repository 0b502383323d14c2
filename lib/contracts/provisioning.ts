import { z } from "zod";
import { contract } from "./contract";
import { text } from "./values";

/** Where a directory (Okta, Entra) keeps members and groups, by SCIM 2.0: RFC 7643 and 7644. */
export const SCIM_ROOT = "/api/scim/v2";

/** One comparison of one attribute; more is no filter that is answered here. */
const FILTER_MAX_CHARACTERS = 600;
const ATTRIBUTES_MAX_CHARACTERS = 1_000;
/** More changes than a directory ever puts into one request. */
const OPERATIONS_MAX = 1_000;

const integer = z
  .string()
  .regex(/^-?\d{1,9}$/, "This is not a number")
  .transform(Number);

/** Unknown parameters are other SCIM servers': they ask for nothing that is kept here. */
const asked = {
  attributes: z.string().min(1).max(ATTRIBUTES_MAX_CHARACTERS).optional(),
  excludedAttributes: z.string().min(1).max(ATTRIBUTES_MAX_CHARACTERS).optional(),
};
const listing = z.object({
  ...asked,
  filter: text.min(1).max(FILTER_MAX_CHARACTERS).optional(),
  startIndex: integer.optional(),
  count: integer.optional(),
});

/** Whatever else a directory sends of somebody is not kept: what is, `lib/services/provisioning` reads. */
const resource = z.looseObject({});
const operation = z.looseObject({
  op: z.string(),
  path: z.string().min(1).max(FILTER_MAX_CHARACTERS).optional(),
  value: z.unknown().optional(),
});
const patch = {
  schemas: z.array(z.string()),
  Operations: z.array(operation).min(1).max(OPERATIONS_MAX),
};

/** Not held to a form: an id that is none is nobody's, and answered like one. */
const anId = z.string();
const nothing = z.object({});

const scim = <I extends z.ZodType, O extends z.ZodType>(
  definition: Omit<Parameters<typeof contract<I, O>>[0], "provisioning">,
) => contract<I, O>({ ...definition, provisioning: true });

export const listUsersContract = scim({
  name: "listUsers",
  method: "GET",
  path: "/Users",
  summary: "Who may sign in here, by userName, externalId or id.",
  input: listing,
  output: resource,
});
export const createUserContract = scim({
  name: "createUser",
  method: "POST",
  path: "/Users",
  summary: "A new member with the least role; their externalId is the subject they sign in by.",
  input: resource,
  output: resource,
});
export const getUserContract = scim({
  name: "getUser",
  method: "GET",
  path: "/Users/{userId}",
  summary: "One user.",
  input: z.object({ ...asked, userId: anId }),
  output: resource,
});
export const replaceUserContract = scim({
  name: "replaceUser",
  method: "PUT",
  path: "/Users/{userId}",
  summary: "What the directory says of a user now. Inactive ends every session at once.",
  input: z.looseObject({ userId: anId }),
  output: resource,
});
export const patchUserContract = scim({
  name: "patchUser",
  method: "PATCH",
  path: "/Users/{userId}",
  summary: "Some of what the directory says of a user.",
  input: z.object({ userId: anId, ...patch }),
  output: resource,
});
export const deleteUserContract = scim({
  name: "deleteUser",
  method: "DELETE",
  path: "/Users/{userId}",
  summary: "Ends the membership. What they scored stays.",
  input: z.object({ userId: anId }),
  output: nothing,
});

export const listGroupsContract = scim({
  name: "listGroups",
  method: "GET",
  path: "/Groups",
  summary: "The groups that the directory keeps here, by displayName, externalId or id.",
  input: listing,
  output: resource,
});
export const createGroupContract = scim({
  name: "createGroup",
  method: "POST",
  path: "/Groups",
  summary: "A new group. It means the least role until an administrator here says otherwise.",
  input: resource,
  output: resource,
});
export const getGroupContract = scim({
  name: "getGroup",
  method: "GET",
  path: "/Groups/{groupId}",
  summary: "One group.",
  input: z.object({ ...asked, groupId: anId }),
  output: resource,
});
export const replaceGroupContract = scim({
  name: "replaceGroup",
  method: "PUT",
  path: "/Groups/{groupId}",
  summary: "A group's name and all its members.",
  input: z.looseObject({ groupId: anId }),
  output: resource,
});
export const patchGroupContract = scim({
  name: "patchGroup",
  method: "PATCH",
  path: "/Groups/{groupId}",
  summary: "Who comes into a group and who leaves it.",
  input: z.object({ groupId: anId, ...patch }),
  output: resource,
});
export const deleteGroupContract = scim({
  name: "deleteGroup",
  method: "DELETE",
  path: "/Groups/{groupId}",
  summary: "Ends a group; its members lose the role it meant.",
  input: z.object({ groupId: anId }),
  output: nothing,
});

export const describeProviderContract = scim({
  name: "describeProvider",
  method: "GET",
  path: "/ServiceProviderConfig",
  summary: "What of SCIM is spoken here.",
  input: nothing,
  output: resource,
});
export const listResourceTypesContract = scim({
  name: "listResourceTypes",
  method: "GET",
  path: "/ResourceTypes",
  summary: "Users and groups.",
  input: nothing,
  output: resource,
});
export const getResourceTypeContract = scim({
  name: "getResourceType",
  method: "GET",
  path: "/ResourceTypes/{typeId}",
  summary: "One of them.",
  input: z.object({ typeId: anId }),
  output: resource,
});
export const listSchemasContract = scim({
  name: "listSchemas",
  method: "GET",
  path: "/Schemas",
  summary: "The attributes that are kept.",
  input: nothing,
  output: resource,
});
export const getSchemaContract = scim({
  name: "getSchema",
  method: "GET",
  path: "/Schemas/{schemaId}",
  summary: "Those of users, or of groups.",
  input: z.object({ schemaId: anId }),
  output: resource,
});

/** Every address under `/api/scim/v2`. SCIM describes itself (Schemas, ResourceTypes): OpenAPI does not say it again. */
export const PROVISIONING_CONTRACTS = [
  listUsersContract,
  createUserContract,
  getUserContract,
  replaceUserContract,
  patchUserContract,
  deleteUserContract,
  listGroupsContract,
  createGroupContract,
  getGroupContract,
  replaceGroupContract,
  patchGroupContract,
  deleteGroupContract,
  describeProviderContract,
  listResourceTypesContract,
  getResourceTypeContract,
  listSchemasContract,
  getSchemaContract,
] as const;
