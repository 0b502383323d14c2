"use client";

import type { ComparedCandidate, Dot } from "@/lib/contracts/candidates";
import type { RubricVersion } from "@/lib/contracts/rubric";
import type { Dimension } from "@/lib/domain/scale";
import { DotPlot } from "../charts/dot-plot";
import type { PlotDot } from "../charts/mark-points";
import { NoData } from "../charts/no-data";
import { PositionHistogram } from "../charts/position-histogram";
import { cellSentence, countText, qualityText, valueText } from "./plot-words";

interface CompareCellProps {
  candidate: ComparedCandidate;
  dimension: Dimension;
  rubric: RubricVersion;
  /** Few columns leave room for n beside the plot; else it stands below. */
  roomy: boolean;
  /** Tallest stack of the row. */
  stack: number;
  picked: string | null;
  onPick: (scorecardId: string, at: HTMLElement) => void;
}

/** One candidate on one dimension: every interviewer's mark, n, and what is not known. */
export function CompareCell({
  candidate,
  dimension,
  rubric,
  roomy,
  stack,
  picked,
  onPick,
}: CompareCellProps) {
  const { dots, median, split, quality } = candidate.dimensions[dimension];
  const first = dots[0];
  if (!first)
    return (
      <NoData className="my-3">
        {candidate.submitted > 0 ? "nothing you may see yet" : "no scorecard yet"}
      </NoData>
    );
  const sentence = cellSentence(candidate, dimension, rubric);
  const points = plotDots(candidate, dimension, dots);
  const plot = { dots: points, stack, sentence, picked, onPick };
  return (
    <div className={roomy ? "grid grid-cols-[minmax(0,1fr)_3.75rem] items-center gap-1" : ""}>
      {points.length === 0 ? (
        <NoData className="my-3">not observed by anyone</NoData>
      ) : dimension === "calibration" ? (
        <PositionHistogram {...plot} />
      ) : (
        <DotPlot {...plot} dimension={dimension} median={median} />
      )}
      <button
        type="button"
        aria-label={`Evidence: ${sentence}`}
        className="-mt-0.5 -ml-1 inline-flex min-h-6 flex-wrap items-center gap-x-1 justify-self-start rounded-s px-1 text-left text-xs text-soft hover:bg-sunk hover:text-ink pointer-coarse:min-h-11 print:min-h-0"
        onClick={(event) => onPick(first.scorecardId, event.currentTarget)}
      >
        {countText(dots)}
        {dimension === "calibration" && quality !== null && <span>{qualityText(quality)}</span>}
        {split && <strong className="font-[650] text-warn">split</strong>}
      </button>
    </div>
  );
}

function plotDots(candidate: ComparedCandidate, dimension: Dimension, dots: readonly Dot[]): PlotDot[] {
  return dots.flatMap((dot) =>
    dot.value.state === "observed"
      ? [
          {
            key: dot.scorecardId,
            mark: dot.value.mark,
            label: `${dot.member.name} gave ${candidate.candidate.name} ${valueText(dimension, dot)}`,
          },
        ]
      : [],
  );
}
