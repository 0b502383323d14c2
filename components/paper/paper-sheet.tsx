import clsx from "clsx";
import type { ReactNode } from "react";
import { READ_BY_CANDIDATE } from "@/lib/domain/labels";
import type { RubricContent } from "@/lib/domain/rubric";
import type { ScorecardContent } from "@/lib/domain/scorecard";
import { Blank } from "./ink";
import { PaperBeats, PaperFacts, PaperVerdict } from "./paper-facts";
import { PaperRows } from "./paper-rows";
import { sheetScale } from "./sheet-scale";

interface PaperSheetProps {
  rubric: RubricContent;
  rubricNumber: number;
  /** Null: a blank form. */
  card: ScorecardContent | null;
  candidate?: string;
  opening?: string;
  interviewer?: string;
  when?: ReactNode;
  /** What the foot says of this sheet. */
  foot: ReactNode;
}

/** One interview on one page of A4, blank or filled in. */
export function PaperSheet({ rubric, rubricNumber, card, foot, ...names }: PaperSheetProps) {
  return (
    <article
      data-print="paper"
      aria-label={card ? "Your scorecard on paper" : "Blank form"}
      className={clsx(
        "mx-auto flex min-h-[297mm] w-[210mm] flex-col gap-y-1.5 border border-line bg-sheet p-[10mm] text-[8.25pt] leading-[1.35] text-ink",
        "print:w-full print:min-h-[275mm] print:border-0 print:p-0",
        sheetScale(card),
      )}
    >
      <header className="grid grid-cols-2 gap-x-6 gap-y-1">
        <Blank name="Candidate">{names.candidate}</Blank>
        <Blank name="Opening">{names.opening}</Blank>
        <Blank name="Interviewer">{names.interviewer}</Blank>
        <Blank name="Day and time">{names.when}</Blank>
      </header>
      <p className="font-serif text-[1.45em] leading-snug">“{rubric.question}”</p>
      <PaperBeats card={card} />
      <PaperRows rubric={rubric} card={card} />
      <PaperFacts rubric={rubric} card={card} />
      <PaperVerdict card={card} />
      <footer className="mt-auto flex justify-between gap-6 border-t border-line pt-1 text-[0.88em] text-soft">
        <span>
          {foot} {READ_BY_CANDIDATE}
        </span>
        <span className="whitespace-nowrap">Plumbline · rubric {rubricNumber}</span>
      </footer>
    </article>
  );
}
