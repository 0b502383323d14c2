import { z } from "zod";
import { contract } from "./contract";
import { id } from "./values";

/**
 * That something changed, never what: a page that shows it asks its own address again and gets what it may see.
 * "changed" names where; "nudged" is for the reminded interviewer alone; "reset" says that too much was missed to
 * tell one by one: ask for everything again. `seq` is the id to come back with.
 */
export const liveEvent = z.object({
  seq: z.int(),
  kind: z.enum(["changed", "nudged", "reset"]),
  openingId: id.nullable(),
  applicationId: id.nullable(),
  interviewId: id.nullable(),
  practiceRoundId: id.nullable(),
});
export type LiveEvent = z.output<typeof liveEvent>;

/** Streams one member may hold open at a time: some tabs and devices. */
export const STREAMS_PER_MEMBER_MAX = 8;

export const listenContract = contract({
  name: "listen",
  method: "GET",
  path: "/events",
  summary: "Live changes of what you may see, as server-sent events; Last-Event-ID or `since` catches up.",
  answers: "events",
  input: z.strictObject({ since: z.coerce.number().int().min(0).optional() }),
  output: liveEvent,
});
