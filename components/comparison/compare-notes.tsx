import clsx from "clsx";
import type { ReactNode } from "react";
import type { ComparedCandidate, Comparison } from "@/lib/contracts/candidates";
import { untoldPairs, WHY_NOT_THE_ORDER } from "./fair-words";
import { MissingCell } from "./missing-cell";
import { warningWords } from "./words";

interface CompareNotesProps {
  comparison: Comparison;
  onNudged: () => void;
}

/** What makes the comparison less fair than it looks, who cannot be told apart, and why the fair score is not the order. */
export function CompareNotes({ comparison, onNudged }: CompareNotesProps) {
  const { warnings, candidates, model } = comparison;
  const pairs = untoldPairs(comparison);
  return (
    <ul
      aria-label="What to keep in mind"
      className="mt-4 grid gap-x-8 gap-y-4 text-s sm:grid-cols-2 xl:grid-cols-3 print:grid-cols-3 print:gap-y-2"
    >
      {warnings.map((warning) => {
        const { title, text } = warningWords(warning, candidates);
        const grave = warning.warning === "split" || warning.warning === "blind";
        return (
          <Note key={warning.warning} title={title} text={text} grave={grave}>
            {warning.warning === "missing-seats" && <Waiting candidates={candidates} onNudged={onNudged} />}
          </Note>
        );
      })}
      {warnings.length === 0 && (
        <Note
          title="Nothing to warn of"
          text="Same linked panel, same rubric version, every seat in, nobody alone."
        />
      )}
      {pairs && (
        <Note
          title={pairs.title}
          text={
            pairs.lines.length === 0
              ? "The chance that one is truly better is above 95 % for each."
              : "The chance that the first is truly better:"
          }
        >
          <ul className={clsx("text-soft tabular-nums", pairs.lines.length > 6 && "gap-x-4 print:columns-2")}>
            {pairs.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Note>
      )}
      <Note
        title={
          model.state === "known" ? "Why the fair score is not the order" : "The order is of raw composites"
        }
        text={
          model.state === "known"
            ? WHY_NOT_THE_ORDER
            : "It does not say that a difference is more than chance. Read the dots and the evidence behind them first."
        }
      />
    </ul>
  );
}

interface NoteProps {
  title: string;
  text: string;
  grave?: boolean;
  children?: ReactNode;
}

/** How long each has been waited for; behind it who owes which scorecard, and a reminder. */
function Waiting({
  candidates,
  onNudged,
}: {
  candidates: readonly ComparedCandidate[];
  onNudged: () => void;
}) {
  const late = candidates.filter(({ waitingSince }) => waitingSince !== null);
  return (
    <ul className="text-soft" data-print="no">
      {late.map((candidate) => (
        <li key={candidate.applicationId}>
          {candidate.candidate.name}: interview <MissingCell row={candidate} onNudged={onNudged} />
        </li>
      ))}
    </ul>
  );
}

function Note({ title, text, grave = false, children }: NoteProps) {
  return (
    <li>
      <b className={`block font-[560] ${grave ? "text-warn" : ""}`}>{title}</b>
      <span className="text-soft">{text}</span>
      {children}
    </li>
  );
}
