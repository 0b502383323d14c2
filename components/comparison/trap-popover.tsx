"use client";

import { Popover } from "@base-ui/react/popover";
import { useRef } from "react";
import type { ComparedCandidate } from "@/lib/contracts/candidates";
import type { Trap } from "@/lib/domain/traps";

interface TrapPopoverProps {
  candidate: ComparedCandidate;
  trap: Trap;
  /** The trap's name in the rubric. */
  name: string;
  count: number;
}

/** A trap and how many flagged it; behind it who did, and why it stands where a level speaks against it. */
export function TrapPopover({ candidate, trap, name, count }: TrapPopoverProps) {
  // Opens beside its button, so that everything on the page stands in a landmark.
  const place = useRef<HTMLSpanElement>(null);
  const flagged = candidate.cards.flatMap(({ scorecardId, member, traps }) =>
    traps.filter((flag) => flag.trap === trap).map(({ reason }) => ({ scorecardId, member, reason })),
  );
  return (
    <Popover.Root>
      <Popover.Trigger
        aria-label={`${name} ×${count}: who flagged it for ${candidate.candidate.name}, and why`}
        className="-mx-1 min-h-6 rounded-s px-1 text-left underline decoration-dotted underline-offset-4 hover:bg-sunk pointer-coarse:min-h-11 print:no-underline"
      >
        {name} <span className="text-soft">×{count}</span>
      </Popover.Trigger>
      <span ref={place} className="contents" />
      <Popover.Portal container={place}>
        <Popover.Positioner
          positionMethod="fixed"
          sideOffset={6}
          collisionPadding={12}
          className="z-30"
          data-print="no"
        >
          <Popover.Popup className="w-[min(23rem,calc(100vw-1.5rem))] rounded-m border border-line-strong bg-sheet p-4 text-s text-ink shadow-[0_6px_24px_rgb(0_0_0/0.12)]">
            <Popover.Title className="font-sans text-s font-[560]">
              {name}
              <span className="block text-xs font-normal text-soft">on {candidate.candidate.name}</span>
            </Popover.Title>
            <ul className="mt-2">
              {flagged.map(({ scorecardId, member, reason }) => (
                <li key={scorecardId} className="border-t border-line py-2">
                  {member.name}
                  <span className="block text-soft">
                    {reason || "No level speaks against it; no reason was needed."}
                  </span>
                </li>
              ))}
            </ul>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
