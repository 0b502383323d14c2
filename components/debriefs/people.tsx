import clsx from "clsx";
import type { Debrief } from "@/lib/contracts/debriefs";

/** Who is in the room, and whose scorecard is in. Never what it says. */
export function People({ debrief: { seats, guests } }: { debrief: Debrief }) {
  return (
    <section aria-labelledby="people" className="border-t border-line-strong pt-3">
      <h2 id="people">Panel</h2>
      <ul>
        {seats.map(({ seatId, member, mine, here, submittedAt }) => (
          <Person
            key={seatId}
            name={mine ? `${member.name} (you)` : member.name}
            here={here}
            about={submittedAt === null ? "to submit" : "submitted"}
          />
        ))}
        {guests.map(({ id, name }) => (
          <Person key={id} name={name} here about="no seat" guest />
        ))}
      </ul>
    </section>
  );
}

interface PersonProps {
  name: string;
  here: boolean;
  about: string;
  guest?: boolean;
}

/** On paper nobody is "here", and who looked on is not of the panel. */
function Person({ name, here, about, guest = false }: PersonProps) {
  return (
    <li
      data-print={guest ? "no" : undefined}
      className="grid grid-cols-[auto_1fr_auto] print:grid-cols-[1fr_auto] items-center gap-x-2.5 border-b border-line py-2"
    >
      <span
        aria-hidden
        data-print="no"
        className={clsx("size-2.5 rounded-full border border-ink", here && "bg-ink")}
        data-tint
      />
      <span>
        {name}
        <span className="text-s text-soft" data-print="no">
          {here ? " · here" : " · not here"}
        </span>
      </span>
      <span className="text-s text-soft">{about}</span>
    </li>
  );
}
