import { z } from "zod";
import { contract } from "./contract";
import { id, role } from "./values";

export const castMember = z.object({
  memberId: id,
  name: z.string(),
  organization: z.string(),
  roles: z.array(role),
});
export type CastMember = z.output<typeof castMember>;

/** Not listed among the API's contracts: it answers only where demo mode is on. */
export const startDemoSessionContract = contract({
  name: "startDemoSession",
  method: "POST",
  path: "/demo-session",
  summary: "Sign in as one of the demo cast, without a password. Exists in demo mode only.",
  input: z.strictObject({ memberId: id }),
  output: z.object({ memberId: id, roles: z.array(role) }),
});
