import clsx from "clsx";
import { memo, type RefObject } from "react";
import { ChipGroup } from "@/components/ui/chip";
import { Kbd } from "@/components/ui/kbd";
import type { Change } from "@/lib/domain/changes";
import { CONFIDENCE_LABEL, RECOMMENDATION_LABEL } from "@/lib/domain/labels";
import { CONFIDENCES, RECOMMENDATIONS } from "@/lib/domain/recommendation";
import type { ScorecardContent } from "@/lib/domain/scorecard";

/** Where the list of what is left sends the focus. */
export const VERDICT_ID = "recommendation";

interface VerdictProps {
  recommendation: ScorecardContent["recommendation"];
  confidence: ScorecardContent["confidence"];
  armed: boolean;
  /** Where J lands after the last row. */
  groupRef: RefObject<HTMLElement | null>;
  onChange: (change: Change) => void;
}

/** Recommendation and confidence, apart from the score: they never enter the composite. */
export const Verdict = memo(function Verdict(props: VerdictProps) {
  const { recommendation, confidence, armed, groupRef, onChange } = props;
  return (
    <section
      ref={groupRef}
      tabIndex={-1}
      data-area="verdict"
      aria-label="Recommendation, apart from the score"
      className={clsx(
        "-mx-2 flex flex-wrap items-center gap-x-6 gap-y-2 px-2 py-2.5 pointer-fine:[&_label]:px-1.5",
        "rounded-m focus-visible:outline-1 focus-visible:outline-line-strong focus-visible:outline-dashed focus-visible:-outline-offset-2",
        armed && "bg-accent-wash",
      )}
    >
      <div id={VERDICT_ID} className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <span aria-hidden className="text-s text-soft">
          {armed && <Kbd className="mr-2">1–5</Kbd>}
          Recommendation, apart from the score
        </span>
        <ChipGroup
          legend="Recommendation"
          legendHidden
          clearable
          name="recommendation"
          options={RECOMMENDATIONS.map((value) => ({ value, label: RECOMMENDATION_LABEL[value] }))}
          value={recommendation}
          onChange={(value) => onChange({ field: "recommendation", value })}
        />
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <span aria-hidden className="text-s text-soft">
          Confidence
        </span>
        <ChipGroup
          legend="Confidence"
          legendHidden
          clearable
          name="confidence"
          options={CONFIDENCES.map((value) => ({ value, label: CONFIDENCE_LABEL[value] }))}
          value={confidence}
          onChange={(value) => onChange({ field: "confidence", value })}
        />
      </div>
    </section>
  );
});
