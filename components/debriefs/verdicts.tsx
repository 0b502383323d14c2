import type { Debrief } from "@/lib/contracts/debriefs";
import { amendedContent } from "@/lib/domain/amendments";
import { CardTraps, CardVerdict } from "../comparison/dossier-cells";
import { cardOfDossier } from "../comparison/sheet-card";
import { Amend } from "../scoring/amend";

interface VerdictsProps {
  debrief: Debrief;
  onAmended: () => void;
}

/** What is no dimension: traps flagged, and what each would do. Last, so that the evidence is talked about first. */
export function Verdicts({ debrief: { scorecards, seats, rubric }, onAmended }: VerdictsProps) {
  return (
    <section aria-labelledby="verdicts" data-print="whole" className="border-t border-line-strong pt-3">
      <h2 id="verdicts">Traps and recommendations</h2>
      <ul className="mt-3 grid gap-x-6 gap-y-4 sm:grid-cols-[repeat(auto-fit,minmax(12.5rem,1fr))]">
        {scorecards.map((card) => (
          <li key={card.scorecardId} className="min-w-0 space-y-1.5">
            <p className="font-[560]">{card.author.name}</p>
            {card.content.traps.length === 0 ? (
              <p className="text-s text-soft">No trap flagged</p>
            ) : (
              <CardTraps card={cardOfDossier(card)} rubric={rubric} />
            )}
            <div className="flex gap-1.5 text-s">
              <span className="text-soft">Recommends</span>
              <div>
                <CardVerdict card={cardOfDossier(card)} />
              </div>
            </div>
            {seats.some((seat) => seat.mine && seat.member.id === card.author.id) && (
              <Amend
                scorecardId={card.scorecardId}
                what="recommendation"
                now={amendedContent(card.content, card.amendments)}
                rubric={rubric.content}
                onAmended={onAmended}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
