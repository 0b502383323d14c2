import { z } from "zod";
import { ADDRESSES } from "./addresses";
import { contract } from "./contract";
import { email, id, instant, name, role } from "./values";

const roles = z
  .array(role)
  .min(1, "Choose at least one role")
  .refine((held) => new Set(held).size === held.length, "A role is held once");

export const memberRow = z.object({
  id,
  name: z.string(),
  email: z.string().nullable(),
  roles: z.array(role),
  /**
   * "invited" has not signed in yet, "lapsed" let the invitation run out; "provisioned" came from the directory and has not
   * signed in yet; "file" is known only from an imported file.
   */
  state: z.enum(["active", "invited", "lapsed", "provisioned", "deactivated", "file"]),
  lastSeenAt: instant.nullable(),
});
export type MemberRow = z.output<typeof memberRow>;

export const getMeContract = contract({
  ...ADDRESSES.getMe,
  summary: "Who you are here, and which roles you hold.",
  input: z.strictObject({}),
  output: z.object({
    memberId: id,
    name: z.string(),
    roles: z.array(role),
    organization: z.object({ id, name: z.string() }),
  }),
});
export type Me = z.output<typeof getMeContract.output>;

export const listMembersContract = contract({
  name: "listMembers",
  method: "GET",
  path: "/members",
  summary: "Everybody in the organisation (administrators only).",
  input: z.strictObject({}),
  output: z.object({ members: z.array(memberRow) }),
});

export const inviteMemberContract = contract({
  name: "inviteMember",
  method: "POST",
  path: "/members",
  summary: "Invite somebody by e-mail. They join at their first sign-in with that verified address.",
  input: z.strictObject({ name, email, roles }),
  output: z.object({ memberId: id }),
});

export const changeMemberContract = contract({
  name: "changeMember",
  method: "PUT",
  path: "/members/{memberId}",
  summary: "Change a member's roles, or deactivate or reactivate them. Takes effect at their next request.",
  input: z.strictObject({ memberId: id, roles, active: z.boolean() }),
  output: z.object({ memberId: id }),
});

export const renewInvitationContract = contract({
  name: "renewInvitation",
  method: "POST",
  path: "/members/{memberId}/invitation",
  summary:
    "Invite somebody again who has not signed in yet: the invitation runs anew, and its mail goes out again.",
  input: z.strictObject({ memberId: id }),
  output: z.object({ memberId: id }),
});
