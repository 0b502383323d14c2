import { z } from "zod";
import { contract } from "./contract";
import { id, role } from "./values";

const groupRow = z.object({
  id,
  name: z.string(),
  members: z.int(),
  /** What an administrator here says it means; null: the least role. */
  role: role.nullable(),
});
export type DirectoryGroupRow = z.output<typeof groupRow>;

export const getDirectoryContract = contract({
  name: "getDirectory",
  method: "GET",
  path: "/directory",
  summary: "The groups a directory keeps here by SCIM, and what each means (administrators only).",
  input: z.strictObject({}),
  output: z.object({ groups: z.array(groupRow) }),
});

export const meanGroupContract = contract({
  name: "meanGroup",
  method: "PUT",
  path: "/directory/groups/{groupId}/role",
  summary: "Say which role a group of the directory's means. Its members have it from their next request on.",
  input: z.strictObject({ groupId: id, role: role.nullable() }),
  output: z.object({ groupId: id }),
  personal: true,
});
