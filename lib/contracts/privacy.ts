import { z } from "zod";
import { ERASURE_REASONS, HOLD_REASONS } from "@/lib/domain/privacy";
import { COUNTRIES, RETENTION_MONTHS } from "@/lib/domain/retention";
import { ADDRESSES } from "./addresses";
import { contract } from "./contract";
import { id, instant, NAME_MAX_CHARACTERS, person, text } from "./values";

/** A device holds a handful of open scorecards; more is no browser of ours. */
const CARDS_ASKED_MAX = 200;

const personRow = z.object({
  candidateId: id,
  name: z.string(),
  email: z.string().nullable(),
  erasedAt: instant.nullable(),
  /** A legal hold stands: nothing is erased. */
  held: z.boolean(),
  applications: z.array(z.object({ applicationId: id, opening: z.object({ id, title: z.string() }) })),
});
export type PersonRow = z.output<typeof personRow>;

const hold = z.object({
  holdId: id,
  reason: z.enum(HOLD_REASONS),
  placedBy: person,
  placedAt: instant,
  liftedBy: person.nullable(),
  liftedAt: instant.nullable(),
});
export type Hold = z.output<typeof hold>;

export const findPeopleContract = contract({
  name: "findPeople",
  method: "GET",
  path: "/privacy/people",
  summary: "Candidates by name or address, for whoever looks after their privacy (administrators only).",
  input: z.strictObject({ q: text.trim().min(2, "Write two letters or more").max(NAME_MAX_CHARACTERS) }),
  output: z.object({ people: z.array(personRow) }),
});

export const getPersonContract = contract({
  name: "getPerson",
  method: "GET",
  path: "/privacy/people/{candidateId}",
  summary: "One candidate: where they are, and every legal hold there ever was. Nothing that anybody scored.",
  input: z.strictObject({ candidateId: id }),
  output: z.object({
    person: personRow,
    holds: z.array(hold),
    /** Until when the retention rules keep them; null once erased. */
    keptUntil: instant.nullable(),
  }),
});
export type PersonRecordView = z.output<typeof getPersonContract.output>;

/** Reasons a person gives; retention is the daily pass's own. */
export const GIVEN_REASONS = ERASURE_REASONS.filter((reason) => reason !== "retention");

export const erasePersonContract = contract({
  name: "erasePerson",
  method: "POST",
  path: "/privacy/people/{candidateId}/erasure",
  summary:
    "Erase a candidate: every word about them, in records, ledger, drafts and on interviewers' devices. Marks stay without a name, so that figures stay what they were. Refused, and recorded as refused, under a legal hold.",
  input: z.strictObject({
    candidateId: id,
    reason: z.enum(GIVEN_REASONS),
    /** The person's name as it stands here: nobody is erased by a slip. */
    typedName: text.max(NAME_MAX_CHARACTERS),
  }),
  output: z.object({
    candidateId: id,
    /** What was removed, in numbers. */
    removed: z.record(z.string(), z.int()),
  }),
  personal: true,
});

export const placeHoldContract = contract({
  name: "placeHold",
  method: "POST",
  path: "/privacy/people/{candidateId}/holds",
  summary: "Put a candidate's records under a legal hold: neither a request nor their age erases them.",
  input: z.strictObject({ candidateId: id, reason: z.enum(HOLD_REASONS) }),
  output: z.object({ holdId: id }),
});

export const liftHoldContract = contract({
  name: "liftHold",
  method: "DELETE",
  path: "/privacy/people/{candidateId}/holds",
  summary: "Lift the legal hold that stands.",
  input: z.strictObject({ candidateId: id }),
  output: z.object({ holdId: id }),
});

export const listErasedScorecardsContract = contract({
  ...ADDRESSES.listErasedScorecards,
  summary: "Which of your scorecards were erased, of those a device still holds: it forgets them.",
  input: z.strictObject({
    scorecards: z
      .string()
      .transform((ids) => ids.split(","))
      .pipe(z.array(id).max(CARDS_ASKED_MAX)),
  }),
  output: z.object({ scorecardIds: z.array(id) }),
});

export const PERSON_FILE_FORMATS = ["text", "json"] as const;

export const exportPersonContract = contract({
  name: "exportPerson",
  method: "GET",
  path: "/privacy/people/{candidateId}/file",
  summary:
    "Everything kept about a candidate, for the candidate: other people's names taken out. An interview that you are still to score is left out, and the file says so.",
  answers: "file",
  input: z.strictObject({ candidateId: id, format: z.enum(PERSON_FILE_FORMATS) }),
  output: z.string(),
});

const country = z.enum(COUNTRIES);
const months = z
  .int("Write whole months")
  .min(RETENTION_MONTHS.least, "One month at the least")
  .max(RETENTION_MONTHS.most, "Seven years at the most");

export const getRetentionContract = contract({
  name: "getRetention",
  method: "GET",
  path: "/privacy/retention",
  summary:
    "How long candidates are kept, by country; who is due; which legal holds stand (administrators only).",
  input: z.strictObject({}),
  output: z.object({
    country,
    rules: z.array(
      z.object({ country, months: z.int(), standard: z.int(), because: z.string(), name: z.string() }),
    ),
    /** From when the daily pass erases; null while it only lists. */
    erasesFrom: instant.nullable(),
    openings: z.array(z.object({ id, title: z.string(), country: country.nullable() })),
    /** Whose time is over, or will be within thirty days; the soonest first. */
    due: z.array(z.object({ candidateId: id, name: z.string(), keptUntil: instant, held: z.boolean() })),
    dueTotal: z.int(),
    holds: z.array(hold.extend({ candidate: person })),
  }),
});
export type Retention = z.output<typeof getRetentionContract.output>;

export const changeRetentionContract = contract({
  name: "changeRetention",
  method: "PUT",
  path: "/privacy/retention",
  summary:
    "Change how long candidates are kept, and whether the daily pass erases them. A change begins a week in which nobody is erased by it.",
  input: z.strictObject({
    country,
    automatic: z.boolean(),
    months: z.record(country, months),
  }),
  output: z.object({ erasesFrom: instant.nullable() }),
  personal: true,
});

export const placeOpeningContract = contract({
  name: "placeOpening",
  method: "PUT",
  path: "/privacy/openings/{openingId}",
  summary: "Say which country's rule an opening's candidates are kept by; null is the organisation's own.",
  input: z.strictObject({ openingId: id, country: country.nullable() }),
  output: z.object({ openingId: id }),
});
