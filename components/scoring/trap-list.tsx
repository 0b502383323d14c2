import clsx from "clsx";
import { memo, useId, useRef } from "react";
import { Kbd } from "@/components/ui/kbd";
import { Toggle } from "@/components/ui/toggle";
import { REASON_MAX_CHARACTERS } from "@/lib/contracts/limits";
import type { Change } from "@/lib/domain/changes";
import type { RubricContent } from "@/lib/domain/rubric";
import type { ScorecardContent } from "@/lib/domain/scorecard";
import { type Missing, TRAP_EVIDENCE } from "@/lib/domain/submission";
import { contradictions, TRAPS, type Trap } from "@/lib/domain/traps";

/** Where the key of a trap, and the list of what is left, send the focus. */
export const trapInputId = (trap: Trap) => `trap-${trap}`;
export const trapReasonId = (trap: Trap) => `trap-${trap}-reason`;

interface TrapListProps {
  traps: ScorecardContent["traps"];
  ratings: ScorecardContent["ratings"];
  rubric: RubricContent;
  missing: readonly Missing[];
  /** X was pressed: the numbers that now mean something stand beside their traps. */
  armed: boolean;
  onType: (change: Change) => void;
  onChange: (change: Change) => void;
  onSettle: () => void;
}

/** Four toggles. A level that speaks against one is said at once; no level is ever changed by itself. */
export const TrapList = memo(function TrapList(props: TrapListProps) {
  const { traps, ratings, rubric, missing, armed, onType, onChange, onSettle } = props;
  // A trap switched off by mistake and on again still has its reason.
  const reasons = useRef<Partial<Record<Trap, string>>>({});
  return (
    <ul className={clsx("-mx-1 rounded-m px-1", armed && "bg-accent-wash")}>
      {TRAPS.map((trap, n) => {
        const flag = traps.find((one) => one.trap === trap);
        const against = flag ? contradictions([trap], ratings) : [];
        const unproven = missing.some((one) => one.kind === "trap-evidence" && one.where === trap);
        return (
          <li key={trap} className="border-b border-line last:border-b-0">
            <Toggle
              id={trapInputId(trap)}
              tone="warn"
              checked={flag !== undefined}
              title={rubric.traps[trap].sign}
              className="pointer-fine:min-h-7!"
              onChange={(event) =>
                onChange({
                  field: "trap",
                  trap,
                  value: event.target.checked ? { reason: reasons.current[trap] ?? "" } : null,
                })
              }
            >
              <span className="flex min-w-0 items-center gap-2">
                {armed && <Kbd>{n + 1}</Kbd>}
                {rubric.traps[trap].name}
              </span>
            </Toggle>
            {unproven && (
              <p role="status" className="pb-1.5 text-xs text-warn">
                {`Needs evidence: a note on ${TRAP_EVIDENCE[trap].map((one) => rubric.dimensions[one].name).join(" or ")}.`}
              </p>
            )}
            {flag && (against.length > 0 || flag.reason !== "") && (
              <Reason
                trap={trap}
                reason={flag.reason}
                sentence={
                  against.length > 0
                    ? `You rated ${against.map(({ dimension, level }) => `${rubric.dimensions[dimension].name} ${level}`).join(" and ")}. Change a level, or say why both hold.`
                    : "No level speaks against it now; the reason is kept."
                }
                onWrite={(reason) => {
                  reasons.current[trap] = reason;
                  onType({ field: "trap", trap, value: { reason } });
                }}
                onLeave={onSettle}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
});

interface ReasonProps {
  trap: Trap;
  reason: string;
  sentence: string;
  onWrite: (reason: string) => void;
  onLeave: () => void;
}

function Reason({ trap, reason, sentence, onWrite, onLeave }: ReasonProps) {
  const about = useId();
  const open = reason.trim() === "";
  return (
    <div className="pb-2">
      <p
        id={about}
        role={open ? "status" : undefined}
        className={clsx("text-xs", open ? "text-warn" : "text-soft")}
      >
        {sentence}
      </p>
      <input
        id={trapReasonId(trap)}
        aria-label="Reason, one line"
        aria-describedby={about}
        value={reason}
        maxLength={REASON_MAX_CHARACTERS}
        placeholder="Reason, one line"
        onChange={(event) => onWrite(event.target.value)}
        onBlur={onLeave}
        className={clsx(
          "mt-1 h-8 w-full rounded-[6px] border bg-sheet px-2 text-s placeholder:text-faint placeholder:opacity-100 pointer-coarse:h-11",
          open ? "border-warn" : "border-line-strong",
        )}
      />
    </div>
  );
}
