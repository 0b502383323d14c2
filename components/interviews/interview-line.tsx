import clsx from "clsx";
import { LinkButton } from "@/components/ui/link-button";
import { LocalTime } from "@/components/ui/local-time";
import type { InterviewRow, Seat } from "@/lib/contracts/interviews";

const DEED: Record<InterviewRow["state"], string> = {
  "not-started": "Start",
  "in-progress": "Continue",
  submitted: "View",
};

const STATE: Record<InterviewRow["state"], string> = {
  "not-started": "Not started",
  "in-progress": "In progress",
  submitted: "Submitted",
};

interface InterviewLineProps {
  row: InterviewRow;
  /** Today's rows lead with the hour, the others with the day. */
  lead: "time" | "day";
  now: number;
  /** How long it has waited, in words, where it matters. */
  age?: string;
  /** The one row you most likely came for. */
  first: boolean;
}

/** One interview: when, who, for what, who sits in it, how far you are, and one button. */
export function InterviewLine({ row, lead, now, age, first }: InterviewLineProps) {
  const name = `${DEED[row.state]}: ${row.candidate.name}, ${row.opening.title}`;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-6 gap-y-1 border-b border-line py-3 md:max-lg:grid-cols-[8.5rem_minmax(0,1fr)_11.75rem_6rem] lg:grid-cols-[9rem_minmax(0,1.4fr)_minmax(0,1fr)_8rem_6.5rem]">
      <p
        className={clsx(
          "font-serif whitespace-nowrap max-md:order-1 max-md:col-span-2 max-md:text-m",
          lead === "time" ? "text-l" : "text-m",
        )}
      >
        <LocalTime iso={row.scheduledAt} show={lead} {...(lead === "time" ? { today: now } : {})} />
        {lead === "day" && (
          <span className="ml-2 font-sans text-s text-soft">
            <LocalTime iso={row.scheduledAt} show="time" />
          </span>
        )}
      </p>
      <div className="min-w-0 max-md:order-2">
        <h3 data-name className="truncate text-l leading-tight">
          {row.candidate.name}
        </h3>
        <p className="truncate text-s text-soft">{row.opening.title}</p>
      </div>
      {/* On a tablet both stand in one column, one above the other. */}
      <div className="contents md:max-lg:grid md:max-lg:gap-1">
        <SeatMarks seats={row.seats} />
        <p className={clsx("text-s max-md:order-4", age ? "text-warn" : "text-soft")}>
          {age ?? STATE[row.state]}
        </p>
      </div>
      <LinkButton
        href={`/interviews/${row.interviewId}`}
        look={first ? "primary" : "plain"}
        aria-label={name}
        className="max-md:order-3 md:justify-self-end"
      >
        {DEED[row.state]}
      </LinkButton>
    </li>
  );
}

/** One mark a seat, filled once submitted: completion, never what was said. */
function SeatMarks({ seats }: { seats: readonly Seat[] }) {
  const submitted = seats.filter((seat) => seat.submittedAt !== null).length;
  return (
    <p className="flex items-center gap-2 text-s whitespace-nowrap text-soft max-md:order-5">
      <span aria-hidden className="flex gap-1">
        {seats.map((seat) => (
          <span
            key={seat.seatId}
            className={clsx(
              "size-2.5 rounded-full border",
              seat.submittedAt === null ? "border-line-strong" : "border-accent bg-accent",
              seat.mine && "outline-1 outline-offset-2 outline-line-strong",
            )}
          />
        ))}
      </span>
      {submitted} of {seats.length} submitted
    </p>
  );
}
