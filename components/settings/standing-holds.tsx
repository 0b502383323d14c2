import Link from "next/link";
import type { Retention } from "@/lib/contracts/privacy";
import { HOLD_LABEL } from "@/lib/domain/privacy";
import { dayInUtc } from "./utc";

/** Whom nothing erases for now, why, and who said so. */
export function StandingHolds({ holds }: { holds: Retention["holds"] }) {
  return (
    <section aria-labelledby="holds">
      <h2 id="holds" className="mb-3">
        Legal holds
      </h2>
      {holds.length === 0 ? (
        <p className="text-s text-soft">None stands. A hold is placed on a candidate’s own page.</p>
      ) : (
        <ul className="max-w-[48rem] border-t border-line text-s">
          {holds.map(({ holdId, candidate, reason, placedBy, placedAt }) => (
            <li key={holdId} className="border-b border-line py-3">
              <Link
                href={`/settings/privacy/${candidate.id}`}
                data-name=""
                className="font-[560] text-accent underline underline-offset-2"
              >
                {candidate.name}
              </Link>
              <span className="block text-soft">
                {HOLD_LABEL[reason]}; placed by {placedBy.name} on {dayInUtc(placedAt)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
