import type { Comparison } from "@/lib/contracts/candidates";
import { CompareGrid } from "./compare-grid";
import { CompareNotes } from "./compare-notes";
import { DossierGrid } from "./dossier-grid";
import { cardsOfCompared } from "./sheet-card";
import { firstSheetScale } from "./sheet-scale";
import { compositeText } from "./words";

/** What a debrief has on the table: the comparison, then a sheet a candidate with every mark and its evidence. */
export function ComparePacket({ comparison, onNudged }: { comparison: Comparison; onNudged: () => void }) {
  return (
    <>
      <div className={firstSheetScale(comparison)}>
        <CompareGrid comparison={comparison} brief />
        <CompareNotes comparison={comparison} onNudged={onNudged} />
      </div>
      {comparison.candidates.map((candidate) => {
        const cards = cardsOfCompared(candidate);
        return (
          <section
            key={candidate.applicationId}
            aria-label={candidate.candidate.name}
            className="mt-12 border-t border-line-strong pt-4 break-before-page print:mt-0 print:border-0 print:pt-0"
          >
            <h2 className="mb-3">
              {candidate.candidate.name}: {compositeText(candidate.composite)}, {candidate.submitted} of{" "}
              {candidate.seats} scorecards in
            </h2>
            {cards.length > 0 ? (
              <DossierGrid
                application={candidate}
                rubric={comparison.rubric}
                rubrics={comparison.rubrics}
                cards={cards}
              />
            ) : (
              <p className="text-s text-soft">No scorecard you may see yet.</p>
            )}
          </section>
        );
      })}
    </>
  );
}
