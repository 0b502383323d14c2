import { z } from "zod";
import { contract } from "./contract";
import { id, instant } from "./values";

export const listSessionsContract = contract({
  name: "listSessions",
  method: "GET",
  path: "/me/sessions",
  summary: "Where you are signed in.",
  input: z.strictObject({}),
  output: z.object({
    sessions: z.array(
      z.object({
        id,
        /** "Chrome on macOS"; null when the browser did not say. */
        device: z.string().nullable(),
        startedAt: instant,
        lastSeenAt: instant,
        endsAt: instant,
        /** The one that asks. */
        here: z.boolean(),
      }),
    ),
  }),
  personal: true,
});
export type SessionRow = z.output<typeof listSessionsContract.output>["sessions"][number];

export const endSessionContract = contract({
  name: "endSession",
  method: "DELETE",
  path: "/me/sessions/{sessionId}",
  summary: "Sign out on one device, from here. Its next request is refused.",
  input: z.strictObject({ sessionId: id }),
  output: z.object({ sessionId: id }),
  personal: true,
});

export const endOtherSessionsContract = contract({
  name: "endOtherSessions",
  method: "DELETE",
  path: "/me/sessions",
  summary: "Sign out everywhere but here.",
  input: z.strictObject({}),
  output: z.object({ ended: z.int() }),
  personal: true,
});

export const listOrganizationsContract = contract({
  name: "listOrganizations",
  method: "GET",
  path: "/me/organizations",
  summary: "The organisations you are a member of.",
  input: z.strictObject({}),
  output: z.object({
    organizations: z.array(
      z.object({ id, name: z.string(), /** The one this session works in. */ here: z.boolean() }),
    ),
  }),
  personal: true,
});
export type OwnOrganization = z.output<typeof listOrganizationsContract.output>["organizations"][number];

export const chooseOrganizationContract = contract({
  name: "chooseOrganization",
  method: "PUT",
  path: "/me/organization",
  summary:
    "Go on in another organisation of yours. Pages that are open in this one are refused from then on.",
  input: z.strictObject({ organizationId: id }),
  output: z.object({ organizationId: id }),
  personal: true,
});
