import { z } from "zod";
import { ADDRESSES } from "./addresses";
import { amendment } from "./amendments";
import { contract } from "./contract";
import { rubricVersion } from "./rubric";
import { revealedScorecard, scorecardContent } from "./scorecard-content";
import { id, instant, person } from "./values";

export const seat = z.object({
  seatId: id,
  member: person,
  /** Completion only: that a seat has submitted may be known, what it says may not. */
  submittedAt: instant.nullable(),
  mine: z.boolean(),
});
export type Seat = z.output<typeof seat>;

export const interviewRow = z.object({
  interviewId: id,
  scheduledAt: instant,
  candidate: person,
  opening: z.object({ id, title: z.string() }),
  seats: z.array(seat),
  state: z.enum(["not-started", "in-progress", "submitted"]),
  /** Somebody reminded you that your scorecard is missing here; null when nobody did, or it is in. */
  nudgedAt: instant.nullable(),
});
export type InterviewRow = z.output<typeof interviewRow>;

export const listInterviewsContract = contract({
  name: "listInterviews",
  method: "GET",
  path: "/interviews",
  summary: "Your own interviews: today and next, waiting for your scorecard, submitted.",
  input: z.strictObject({}),
  output: z.object({
    today: z.array(interviewRow),
    next: z.array(interviewRow),
    /** Past and not submitted, oldest first. */
    toSubmit: z.array(interviewRow),
    /** The latest 50, newest first. */
    submitted: z.array(interviewRow),
    /** You have figures of your own and leads do not read them yet; null otherwise. */
    ownFigures: z
      .object({
        /** When leads read them; null: once you share them. */
        opensAt: instant.nullable(),
      })
      .nullable(),
  }),
});

export const getInterviewContract = contract({
  ...ADDRESSES.getInterview,
  summary: "One interview: seats, rubric, your own scorecard, and the others' once you may see them.",
  input: z.strictObject({ interviewId: id }),
  output: z.object({
    interviewId: id,
    scheduledAt: instant,
    candidate: person,
    opening: z.object({ id, title: z.string() }),
    applicationId: id,
    rubric: rubricVersion,
    seats: z.array(seat),
    /** Null when you have no seat here. */
    mine: z
      .object({
        scorecardId: id,
        submittedAt: instant.nullable(),
        revision: z.int(),
        content: scorecardContent,
        amendments: z.array(amendment),
      })
      .nullable(),
    /** True while you are to score here: nothing but completion of the others is told. */
    blind: z.boolean(),
    revealed: z.array(revealedScorecard),
  }),
});
