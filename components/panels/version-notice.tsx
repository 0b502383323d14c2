import type { PanelSheet } from "@/lib/contracts/panels";
import { Notice } from "../ui/notice";

const listed = (numbers: readonly number[]) => new Intl.ListFormat("en-GB").format(numbers.map(String));

/** Levels mean what their anchors say: figures across wordings carry a warning, and what is left out is counted. */
export function VersionNotice({ filters }: { filters: PanelSheet["filters"] }) {
  if (filters.pooled.length > 0) {
    return (
      <Notice
        tone="warn"
        title={`Rubrics ${listed(filters.pooled)} are read together, though their anchors differ`}
      >
        The same level meant something else on each. Differences between interviewers may be differences
        between wordings: choose one wording to tell.
      </Notice>
    );
  }
  if (filters.otherWording === 0) return null;
  const n = filters.otherWording;
  return (
    <Notice
      title={`${n} ${n === 1 ? "scorecard is" : "scorecards are"} left out: given on another wording of the anchors`}
    >
      Choose that wording, or all versions, under “Rubric”.
    </Notice>
  );
}
