import Link from "next/link";
import type { ComparedCandidate } from "@/lib/contracts/candidates";

/** A row of the comparison: columns side by side where there is room, a list below its head where there is not. */
export const ROW =
  "block md:grid md:grid-cols-[9.5rem_repeat(var(--columns),minmax(0,1fr))] md:gap-x-5 print:grid print:grid-cols-[8rem_repeat(var(--columns),minmax(0,1fr))]";
export const CELL = "grid grid-cols-[6.5rem_1fr] items-center gap-3 md:block print:block";

/** On a narrow screen the column heads are away, so each cell says whose it is. */
export function NameOnPhone({ candidate }: { candidate: ComparedCandidate }) {
  return (
    <Link
      href={`/candidates/${candidate.applicationId}`}
      className="text-s font-[560] md:hidden print:hidden"
    >
      {candidate.candidate.name}
    </Link>
  );
}
