import { Check } from "lucide-react";
import { useState } from "react";
import type { RubricContent } from "@/lib/domain/rubric";
import type { Dimension } from "@/lib/domain/scale";
import type { ScorecardContent } from "@/lib/domain/scorecard";
import { KeyHint } from "./key-hint";

interface ProbeCardProps {
  probesAsked: ScorecardContent["probesAsked"];
  rubric: RubricContent;
  offered: Dimension | null;
  onAsked: (dimension: Dimension, asked: boolean) => void;
}

/** One neutral follow-up, in the rubric's words, for what has not been heard yet. */
export function ProbeCard({ probesAsked, rubric, offered, onAsked }: ProbeCardProps) {
  const [turn, setTurn] = useState(0);
  if (offered === null) {
    return <p className="text-s text-soft">Every dimension has a level or a note.</p>;
  }
  const { name, probes } = rubric.dimensions[offered];
  const asked = probesAsked.includes(offered);
  return (
    <div className="rounded-m bg-accent-wash px-3 pt-2.5 pb-1.5">
      <p className="font-serif text-m leading-[1.35]">{probes[turn % Math.max(1, probes.length)]}</p>
      <div className="mt-1 flex items-center justify-between gap-2 text-xs text-soft">
        <span className="truncate">{name}</span>
        <span className="flex items-center gap-1">
          {probes.length > 1 && (
            <button
              type="button"
              onClick={() => setTurn(turn + 1)}
              className="min-h-6 rounded-s px-1 whitespace-nowrap hover:text-ink pointer-coarse:min-h-11 pointer-coarse:min-w-11"
            >
              Other words
            </button>
          )}
          <button
            type="button"
            aria-pressed={asked}
            aria-label={`Asked about ${name}`}
            onClick={() => onAsked(offered, !asked)}
            className="inline-flex min-h-6 items-center gap-1 rounded-s px-1 hover:text-ink aria-pressed:font-[560] aria-pressed:text-accent pointer-coarse:min-h-11 pointer-coarse:min-w-11 pointer-coarse:justify-center"
          >
            {asked ? <Check aria-hidden className="size-3.5" /> : <KeyHint deed="probe" />}
            asked
          </button>
        </span>
      </div>
    </div>
  );
}
