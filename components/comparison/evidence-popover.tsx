"use client";

import { Popover } from "@base-ui/react/popover";
import { ChevronLeft, ChevronRight, X } from "lucide-react";
import type { ComparedCandidate, Dot } from "@/lib/contracts/candidates";
import type { RubricVersion } from "@/lib/contracts/rubric";
import type { Dimension } from "@/lib/domain/scale";
import { AmendmentLines } from "./amendment-lines";
import { EvidenceQuote } from "./evidence-quote";
import { valueText } from "./plot-words";

/** Which mark is open, and the point on the page it belongs to. */
export interface Picked {
  applicationId: string;
  dimension: Dimension;
  scorecardId: string;
  at: HTMLElement;
}

interface EvidencePopoverProps {
  picked: Picked | null;
  candidate: ComparedCandidate | null;
  rubric: RubricVersion;
  onStep: (scorecardId: string) => void;
  onClose: () => void;
}

/** What stands behind one dot: who, the anchor, the evidence and its moment; and on to the next interviewer. */
export function EvidencePopover({ picked, candidate, rubric, onStep, onClose }: EvidencePopoverProps) {
  const dots = (picked && candidate?.dimensions[picked.dimension].dots) ?? [];
  const index = dots.findIndex((dot) => dot.scorecardId === picked?.scorecardId);
  const dot = dots[index];
  return (
    <Popover.Root open={dot !== undefined} onOpenChange={(open) => !open && onClose()}>
      <Popover.Portal>
        <Popover.Positioner
          anchor={picked?.at ?? null}
          side="bottom"
          sideOffset={8}
          collisionPadding={12}
          className="z-30"
          data-print="no"
        >
          <Popover.Popup
            finalFocus={() => picked?.at ?? true}
            className="w-[min(23rem,calc(100vw-1.5rem))] rounded-m border border-line-strong bg-sheet p-4 text-s shadow-[0_6px_24px_rgb(0_0_0/0.12)]"
          >
            {dot && picked && candidate && (
              <>
                <Mark dot={dot} dimension={picked.dimension} candidate={candidate} rubric={rubric} />
                <Steps dots={dots} index={index} onStep={onStep} />
              </>
            )}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

interface MarkProps {
  dot: Dot;
  dimension: Dimension;
  candidate: ComparedCandidate;
  rubric: RubricVersion;
}

function Mark({ dot, dimension, candidate, rubric }: MarkProps) {
  return (
    <>
      <div className="flex items-start justify-between gap-3">
        <Popover.Title className="font-sans text-s font-[560]">
          {dot.member.name}
          <span className="block text-xs font-normal text-soft">
            on {candidate.candidate.name}, {rubric.content.dimensions[dimension].name.toLowerCase()}
          </span>
        </Popover.Title>
        <Popover.Close
          aria-label="Close"
          className="-m-1 grid size-7 shrink-0 place-items-center rounded-s text-soft hover:bg-sunk pointer-coarse:size-11"
        >
          <X aria-hidden className="size-4" />
        </Popover.Close>
      </div>
      <p className="mt-3 flex gap-2">
        <b className="font-[650]">{valueText(dimension, dot)}</b>
        <span className="text-soft">{dot.anchor}</span>
      </p>
      <div className="mt-3 max-h-[40dvh] space-y-3 overflow-y-auto">
        {dot.evidence.length === 0 && <p className="text-soft">No evidence was written for this mark.</p>}
        {dot.evidence.map((note) => (
          <EvidenceQuote key={note.id} note={note} />
        ))}
        <AmendmentLines amendments={amendmentsOf(candidate, dot, dimension)} />
      </div>
    </>
  );
}

/** What this interviewer said otherwise later of the same dimension; the dot stays where it was. */
function amendmentsOf({ cards }: ComparedCandidate, { scorecardId }: Dot, dimension: Dimension) {
  const card = cards.find((each) => each.scorecardId === scorecardId);
  return (card?.amendments ?? []).filter(
    ({ change }) => change.field === "rating" && change.dimension === dimension,
  );
}

interface StepsProps {
  dots: readonly Dot[];
  index: number;
  onStep: (scorecardId: string) => void;
}

function Steps({ dots, index, onStep }: StepsProps) {
  const step = (by: number) => dots[(index + by + dots.length) % dots.length];
  const arrow =
    "grid size-8 place-items-center rounded-s text-soft hover:bg-sunk hover:text-ink pointer-coarse:size-11";
  if (dots.length < 2) return null;
  return (
    <div className="mt-3 flex items-center justify-between border-t border-line pt-2 text-xs text-soft">
      <span aria-live="polite">
        Interviewer {index + 1} of {dots.length}
      </span>
      <span className="flex">
        {([-1, 1] as const).map((by) => (
          <button
            key={by}
            type="button"
            aria-label={by < 0 ? "Previous interviewer" : "Next interviewer"}
            className={arrow}
            onClick={() => onStep(step(by)?.scorecardId ?? "")}
          >
            {by < 0 ? (
              <ChevronLeft aria-hidden className="size-4" />
            ) : (
              <ChevronRight aria-hidden className="size-4" />
            )}
          </button>
        ))}
      </span>
    </div>
  );
}
