"use client";

import { Popover } from "@base-ui/react/popover";
import { useRef } from "react";
import type { CandidateRow } from "@/lib/contracts/candidates";
import { AgeSince, useMinute } from "../ui/age-since";
import { Button } from "../ui/button";
import { dayText } from "./list-words";
import { useNudge } from "./use-nudge";

interface MissingCellProps {
  row: Pick<CandidateRow, "candidate" | "missing" | "waitingSince">;
  onNudged: (() => void) | undefined;
}

/** How long the oldest missing scorecard has been waited for; behind it who owes which, and a reminder for each. */
export function MissingCell({ row, onNudged }: MissingCellProps) {
  // Opens beside its button, so that everything on the page stands in a landmark.
  const place = useRef<HTMLSpanElement>(null);
  const { waitingSince } = row;
  if (waitingSince === null) return null;
  return (
    <Popover.Root>
      <Popover.Trigger
        data-print="no"
        aria-label={`Waiting for ${row.candidate.name}: who has not scored yet`}
        className="-mx-1 min-h-6 rounded-s px-1 text-xs text-warn underline decoration-dotted underline-offset-4 hover:bg-sunk pointer-coarse:min-h-11"
      >
        <AgeSince iso={waitingSince} before={dayText(waitingSince)} />
      </Popover.Trigger>
      <span ref={place} className="contents" />
      <Popover.Portal container={place}>
        <Popover.Positioner sideOffset={6} collisionPadding={12} className="z-30">
          <Popover.Popup className="w-[min(24rem,calc(100vw-1.5rem))] rounded-m border border-line-strong bg-sheet p-4 text-s text-ink shadow-[0_6px_24px_rgb(0_0_0/0.12)]">
            <Popover.Title className="font-sans text-s font-[560]">
              Not scored yet: {row.candidate.name}
            </Popover.Title>
            <ul className="mt-2">
              {row.missing.map((seat) => (
                <MissingSeatLine key={seat.seatId} seat={seat} onNudged={onNudged} />
              ))}
            </ul>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** The list is read again after a reminder: what was sent a moment ago must not turn into "1 h ago". */
const JUST_NOW_MS = 600_000;

function isJustNow(at: string, now: number | null): boolean {
  return now !== null && now - Date.parse(at) < JUST_NOW_MS;
}

interface MissingSeatLineProps {
  seat: CandidateRow["missing"][number];
  onNudged: (() => void) | undefined;
}

function MissingSeatLine({ seat, onNudged }: MissingSeatLineProps) {
  const { state, nudge } = useNudge(seat, onNudged);
  const now = useMinute();
  const late = now !== null && Date.parse(seat.scheduledAt) <= now;
  return (
    <li className="flex items-center justify-between gap-3 border-t border-line py-2">
      <span className="min-w-0">
        {seat.member.name}
        <span className="block text-xs text-soft" aria-live="polite">
          {state.nudgedAt && (state.nudgedAt !== seat.nudgedAt || isJustNow(state.nudgedAt, now)) ? (
            "reminded just now"
          ) : state.nudgedAt ? (
            <>
              reminded <AgeSince iso={state.nudgedAt} before={dayText(state.nudgedAt)} />
            </>
          ) : late ? (
            <>
              interview <AgeSince iso={seat.scheduledAt} before={dayText(seat.scheduledAt)} />
            </>
          ) : (
            `interview on ${dayText(seat.scheduledAt)}`
          )}
          {state.problem && <b className="block font-[560] text-warn">{state.problem}</b>}
        </span>
      </span>
      {late && (
        <Button size="s" aria-label={`Nudge ${seat.member.name}`} disabled={state.busy} onClick={nudge}>
          Nudge
        </Button>
      )}
    </li>
  );
}
