import { Check } from "lucide-react";
import type { Seat } from "@/lib/contracts/interviews";

/** "Seat 2 of 4 · 1 submitted": completion, never what was said. */
export function seatWords(seats: readonly Seat[]): string {
  const mine = seats.findIndex((seat) => seat.mine) + 1;
  const submitted = seats.filter((seat) => seat.submittedAt !== null).length;
  const place = mine > 0 ? `Seat ${mine} of ${seats.length}` : `${seats.length} seats`;
  return `${place} · ${submitted} submitted`;
}

/** Who sits in this interview and who has submitted. */
export function Seats({ seats }: { seats: readonly Seat[] }) {
  return (
    <ul aria-label="Seats" className="flex flex-wrap gap-x-5 gap-y-1 text-s">
      {seats.map((seat) => (
        <li key={seat.seatId} className="inline-flex items-center gap-1.5">
          {seat.submittedAt !== null && <Check aria-hidden className="size-3.5 text-level-4" />}
          <span className={seat.submittedAt === null ? "text-soft" : undefined}>
            {seat.mine ? "You" : seat.member.name}
          </span>
          <span className="text-soft">{seat.submittedAt === null ? "not yet" : "submitted"}</span>
        </li>
      ))}
    </ul>
  );
}
