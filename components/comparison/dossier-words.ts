import type { Dossier } from "@/lib/contracts/candidates";
import type { Seat } from "@/lib/contracts/interviews";
import { compositeText, listed } from "./words";

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** The candidate and what the panel's raw composite says, no more. */
export function dossierTitle({ application }: Dossier): string {
  const { candidate, composite, counted: n } = application;
  if (composite.state === "complete") {
    return `${candidate.name}: ${compositeText(composite)} from ${count(n, "scorecard", "scorecards")}`;
  }
  if (n === 0) return `${candidate.name}: nothing to read yet`;
  return `${candidate.name}: incomplete, ${composite.dimensions} of ${composite.needed} dimensions needed`;
}

/** Who has still to submit, by name; null when every seat is in. */
export function waitingFor(seats: readonly Seat[]): string | null {
  const names = seats
    .filter((seat) => seat.submittedAt === null)
    .map((seat) => (seat.mine ? "you" : seat.member.name));
  return names.length === 0 ? null : `Waiting for ${listed(names)}`;
}
