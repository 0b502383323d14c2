import type { Dossier } from "@/lib/contracts/candidates";
import { OUTCOME_LABEL } from "@/lib/domain/labels";
import { dayText } from "./list-words";
import { listed } from "./words";

/** What the panel decided, why, and who took part. An earlier decision stays readable below the one that stands. */
export function DossierDecisions({ interviews }: Pick<Dossier, "interviews">) {
  const decided = interviews.flatMap(({ decisions }) => [...decisions].reverse());
  if (decided.length === 0) return null;
  return (
    <section aria-label="Debrief" className="mb-5 border-y border-line py-3 print:py-1">
      <ol className="space-y-3">
        {decided.map(({ decisionId, outcome, rationale, by, at, tookPart }, index) => (
          <li key={decisionId} className="text-s">
            <b className="font-serif text-m font-[560]">{OUTCOME_LABEL[outcome]}</b>
            {index > 0 && <span className="text-soft"> (before that)</span>}
            <span className="text-soft">
              {" "}
              · decided on {dayText(at)} by {by.name}, with {listed(tookPart.map(({ name }) => name))}
            </span>
            <p className="mt-1 max-w-[88ch] font-serif text-m whitespace-pre-line print:text-xs">
              {rationale}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
