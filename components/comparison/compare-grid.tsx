"use client";

import clsx from "clsx";
import Link from "next/link";
import { type CSSProperties, useState } from "react";
import type { ComparedCandidate, Comparison } from "@/lib/contracts/candidates";
import { DIMENSIONS, type Dimension } from "@/lib/domain/scale";
import { tallest } from "../charts/axes";
import { BeatsRow } from "./compare-beats";
import { CompareCell } from "./compare-cell";
import { FairRow, TiesRow } from "./compare-fair";
import { CELL, NameOnPhone, ROW } from "./compare-layout";
import { CompositeRow, StoryRow, TrapsRow } from "./compare-sums";
import { EvidencePopover, type Picked } from "./evidence-popover";
import { weightText } from "./plot-words";

/** Columns that leave room for n beside each plot. */
const ROOMY_MAX = 4;

interface CompareGridProps {
  comparison: Comparison;
  /** Without story and beats: they stand on each candidate's own sheet. */
  brief?: boolean;
}

/** Rows are dimensions, columns are candidates. On a narrow screen each dimension lists the candidates below it. */
export function CompareGrid({ comparison, brief = false }: CompareGridProps) {
  const { candidates, rubric } = comparison;
  const [picked, setPicked] = useState<Picked | null>(null);
  const columns = {
    "--columns": candidates.length,
    "--least": `${10 + candidates.length * 9.5}rem`,
  } as CSSProperties;
  return (
    <div className="relative md:overflow-x-auto md:overflow-y-hidden print:overflow-visible">
      <table style={columns} className="block w-full md:min-w-(--least) print:min-w-0">
        <caption className="sr-only">Every interviewer's mark, by dimension and candidate</caption>
        <thead className="hidden md:block print:block">
          <tr className={ROW}>
            <th scope="col" className="self-end pr-4 pb-2 text-left text-xs font-normal text-soft">
              Each dot is one interviewer, the line is the median
            </th>
            {candidates.map((candidate) => (
              <th key={candidate.applicationId} scope="col" className="pb-2 text-left font-normal">
                <CandidateHead candidate={candidate} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="block">
          {DIMENSIONS.map((dimension) => (
            <tr
              key={dimension}
              className={clsx(ROW, "border-t border-line py-2 md:items-center print:py-0.5")}
            >
              <th scope="row" className="block pb-1 text-left font-normal md:pr-3 md:pb-0">
                <DimensionHead dimension={dimension} comparison={comparison} />
              </th>
              {candidates.map((candidate) => (
                <td key={candidate.applicationId} className={CELL}>
                  <NameOnPhone candidate={candidate} />
                  <CompareCell
                    candidate={candidate}
                    dimension={dimension}
                    rubric={rubric}
                    roomy={candidates.length <= ROOMY_MAX}
                    stack={stackOf(candidates, dimension)}
                    picked={
                      picked?.applicationId === candidate.applicationId && picked.dimension === dimension
                        ? picked.scorecardId
                        : null
                    }
                    onPick={(scorecardId, at) =>
                      setPicked({ applicationId: candidate.applicationId, dimension, scorecardId, at })
                    }
                  />
                </td>
              ))}
            </tr>
          ))}
          <CompositeRow candidates={candidates} />
          <FairRow comparison={comparison} />
          <TiesRow comparison={comparison} />
          <TrapsRow candidates={candidates} rubric={rubric} />
          {!brief && <StoryRow candidates={candidates} />}
          {!brief && <BeatsRow candidates={candidates} />}
        </tbody>
      </table>
      <EvidencePopover
        picked={picked}
        candidate={candidates.find((each) => each.applicationId === picked?.applicationId) ?? null}
        rubric={rubric}
        onStep={(scorecardId) => setPicked(picked && { ...picked, scorecardId })}
        onClose={() => setPicked(null)}
      />
    </div>
  );
}

function stackOf(candidates: readonly ComparedCandidate[], dimension: Dimension): number {
  return Math.max(
    ...candidates.map(({ dimensions }) =>
      tallest(
        dimensions[dimension].dots.flatMap(({ value }) => (value.state === "observed" ? [value.mark] : [])),
      ),
    ),
  );
}

function CandidateHead({ candidate }: { candidate: ComparedCandidate }) {
  return (
    <>
      <Link
        href={`/candidates/${candidate.applicationId}`}
        className="font-serif text-l leading-tight font-[560] underline-offset-4 hover:underline"
      >
        {candidate.candidate.name}
      </Link>
      <span className="block text-xs text-soft">
        {candidate.submitted} of {candidate.seats} interviewers
        {candidate.blind && " · you still have to score"}
      </span>
    </>
  );
}

function DimensionHead({
  dimension,
  comparison: { rubric, rubrics },
}: {
  dimension: Dimension;
  comparison: Comparison;
}) {
  const { low, high } = rubric.content.poles;
  return (
    <>
      <span className="block font-serif text-m leading-snug font-[560]">
        {rubric.content.dimensions[dimension].name}
      </span>
      <span className="block text-xs text-soft">
        {weightText(dimension, rubrics.length > 0 ? rubrics : [rubric])}
        {dimension === "calibration" && (
          <span className="block">
            ◀ {low}, {high} ▶
          </span>
        )}
      </span>
    </>
  );
}
