import { DIMENSIONS } from "@/lib/domain/scale";
import {
  type Interview,
  interviewsOf,
  KIND,
  MEMBERS,
  marksOf,
  type Opening,
  seatsOf,
  seededId,
} from "./layout";

/** What every row needs of the organisation it belongs to. */
export interface House {
  organizationId: string;
  rubricVersionId: string;
  openings: Opening[];
}

export interface TableRows {
  table: string;
  columns: string;
  rows(): Iterable<readonly (string | number | null)[]>;
}

/** Every table of the seeded organisation as rows to copy, those that others point at first. */
export function tablesOf({ organizationId: org, rubricVersionId: rubric, openings }: House): TableRows[] {
  const interviews = () => interviewsOf(openings);
  const each = (row: (interview: Interview) => (string | number | null)[]) =>
    function* () {
      for (const interview of interviews()) yield row(interview);
    };
  const eachSeat = (rows: (interview: Interview, seat: Seat) => Iterable<(string | number | null)[]>) =>
    function* () {
      for (const interview of interviews()) {
        for (const seat of seatsOf(interview)) yield* rows(interview, seat);
      }
    };
  const ids = (interview: Interview) => ({
    application: seededId(KIND.application, interview.number),
    interview: seededId(KIND.interview, interview.number),
  });
  const card = (seat: Seat) => seededId(KIND.scorecard, seat.number);
  const member = (seat: Seat) => seededId(KIND.member, seat.memberNumber);
  return [
    {
      table: "memberships",
      columns: "organization_id, id, name, roles",
      *rows() {
        for (let number = 1; number <= MEMBERS; number += 1) {
          yield [org, seededId(KIND.member, number), `Interviewer ${number}`, "{interviewer}"];
        }
      },
    },
    {
      table: "openings",
      columns: "organization_id, id, title",
      *rows() {
        for (const { id, title } of openings) yield [org, id, title];
      },
    },
    {
      table: "opening_counts",
      columns: "organization_id, opening_id, candidates",
      *rows() {
        for (const { id, candidates } of openings) yield [org, id, candidates];
      },
    },
    {
      table: "candidates",
      columns: "organization_id, id, name",
      rows: each(({ number }) => [
        org,
        seededId(KIND.candidate, number),
        `Candidate ${nameOf(number)} ${number}`,
      ]),
    },
    {
      table: "applications",
      columns: "organization_id, id, opening_id, candidate_id",
      rows: each((it) => [org, ids(it).application, it.opening.id, seededId(KIND.candidate, it.number)]),
    },
    {
      table: "interviews",
      columns: "organization_id, id, application_id, rubric_version_id, scheduled_at",
      rows: each((it) => [org, ids(it).interview, ids(it).application, rubric, it.scheduledAt]),
    },
    {
      table: "interview_progress",
      columns:
        "organization_id, interview_id, opening_id, application_id, scheduled_at, seats, submitted, last_submitted_at",
      rows: each((it) => {
        const { seats, id } = it.opening;
        const last = [...seatsOf(it)].at(-1)?.submittedAt ?? null;
        return [org, ids(it).interview, id, ids(it).application, it.scheduledAt, seats, seats, last];
      }),
    },
    {
      table: "seats",
      columns: "organization_id, id, interview_id, member_id",
      rows: eachSeat((it, seat) => [
        [org, seededId(KIND.seat, seat.number), ids(it).interview, member(seat)],
      ]),
    },
    {
      table: "scorecards",
      columns: "organization_id, id, seat_id, interview_id, author_id, rubric_version_id, source",
      rows: eachSeat((it, seat) => [
        [
          org,
          card(seat),
          seededId(KIND.seat, seat.number),
          ids(it).interview,
          member(seat),
          rubric,
          "import",
        ],
      ]),
    },
    {
      table: "submissions",
      columns: "organization_id, scorecard_id, interview_id, member_id, submitted_at",
      rows: eachSeat((it, seat) => [[org, card(seat), ids(it).interview, member(seat), seat.submittedAt]]),
    },
    {
      table: "ratings",
      columns: "organization_id, scorecard_id, dimension, mark",
      rows: eachSeat((it, seat) =>
        marksOf(it.number, seat.memberNumber).map((mark, place) => [
          org,
          card(seat),
          DIMENSIONS[place] ?? "",
          mark,
        ]),
      ),
    },
    {
      table: "evidence_notes",
      columns: "organization_id, scorecard_id, id, dimension, body, position",
      rows: eachSeat((_, seat) => [
        [org, card(seat), seededId(KIND.note, seat.number), "noticing", "Told the lead within the hour.", 0],
      ]),
    },
    {
      table: "submitted_marks",
      columns:
        "organization_id, scorecard_id, interview_id, application_id, opening_id, member_id, rubric_version_id, submitted_at, marks, traps",
      rows: eachSeat((it, seat) => {
        const { application, interview } = ids(it);
        const marks = marksOf(it.number, seat.memberNumber).map((mark) => mark ?? "not-observed");
        const keys = `{${marks.join(",")}}`;
        return [
          [
            org,
            card(seat),
            interview,
            application,
            it.opening.id,
            member(seat),
            rubric,
            seat.submittedAt,
            keys,
            "{}",
          ],
        ];
      }),
    },
  ];
}

type Seat = ReturnType<typeof seatsOf> extends Generator<infer One> ? One : never;

const NAMES = ["Iva", "Oto", "Una", "Abe", "Ewa", "Igo", "Noor", "Mira", "Jonas", "Priya", "Tomas", "Agnes"];

function nameOf(number: number): string {
  return NAMES[(number * 7) % NAMES.length] ?? "";
}
