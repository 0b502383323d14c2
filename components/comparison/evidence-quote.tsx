import { clockText } from "@/lib/domain/beats";
import type { EvidenceNote } from "@/lib/domain/scorecard";

/** An interviewer's note as it was written, with the moment of the interview it belongs to. */
export function EvidenceQuote({ note }: { note: EvidenceNote }) {
  return (
    <blockquote className="border-l-2 border-line pl-3">
      {note.atMs !== null && (
        <span className="block text-xs font-[560] text-accent">
          <span className="sr-only">At </span>
          {clockText(note.atMs)}
        </span>
      )}
      <p className="font-serif text-m whitespace-pre-line print:text-xs print:leading-snug">{note.text}</p>
    </blockquote>
  );
}
