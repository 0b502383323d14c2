"use client";

import Link from "next/link";
import { useRef } from "react";
import type { HeatmapRow } from "@/lib/contracts/heatmap";
import type { RubricVersion } from "@/lib/contracts/rubric";
import { DIMENSIONS, type Dimension } from "@/lib/domain/scale";
import { HeatLegend, Heatmap } from "../charts/heatmap";
import { rowComposite } from "./list-words";
import { useRowKeys } from "./use-row-keys";

interface HeatmapViewProps {
  rows: readonly HeatmapRow[];
  rubric: RubricVersion;
  /** Where the keyboard stands. */
  at: number;
  onAt: (at: number) => void;
  /** Null where nobody is chosen: the rows are those that are compared. */
  choosing: {
    isChosen: (id: string) => boolean;
    full: boolean;
    choose: (id: string, on: boolean) => void;
  } | null;
}

/** Candidates by dimensions, in the order of the list; numbers printed in every cell. */
export function HeatmapView({ rows, rubric, at, onAt, choosing }: HeatmapViewProps) {
  const place = useRef<HTMLDivElement>(null);
  const keys = useRowKeys({
    body: place,
    at,
    onAt,
    count: rows.length,
    reveal: (to) => place.current?.querySelector(`[data-row="${to}"]`)?.scrollIntoView({ block: "nearest" }),
    onSpace: (on) => {
      const row = rows[on];
      if (row && choosing) choosing.choose(row.applicationId, !choosing.isChosen(row.applicationId));
    },
  });
  const names = Object.fromEntries(
    DIMENSIONS.map((dimension) => [dimension, rubric.content.dimensions[dimension].name]),
  ) as Record<Dimension, string>;
  return (
    <>
      <div className="mb-4">
        <HeatLegend {...rubric.content.poles} />
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the names inside; see useRowKeys */}
      <div
        ref={place}
        className="relative max-lg:overflow-x-auto print:overflow-visible"
        onKeyDown={keys.onKeyDown}
        onFocus={keys.onFocus}
      >
        <Heatmap
          caption="Mean level by candidate and dimension; calibration as sides"
          names={names}
          rows={rows.map((row, index) => ({
            key: row.applicationId,
            dimensions: row.dimensions,
            head: (
              <span className="flex items-center gap-2">
                {choosing && (
                  <input
                    type="checkbox"
                    className="size-4 shrink-0 accent-accent pointer-coarse:size-6"
                    aria-label={`Choose ${row.candidate.name} for comparing`}
                    tabIndex={index === at ? 0 : -1}
                    checked={choosing.isChosen(row.applicationId)}
                    disabled={choosing.full && !choosing.isChosen(row.applicationId)}
                    onChange={(event) => choosing.choose(row.applicationId, event.target.checked)}
                  />
                )}
                <span className="min-w-0">
                  <Link
                    href={`/candidates/${row.applicationId}`}
                    prefetch={false}
                    tabIndex={index === at ? 0 : -1}
                    className="inline-block min-h-6 font-serif text-m leading-tight font-[560] underline-offset-4 hover:underline"
                  >
                    {row.candidate.name}
                  </Link>
                  <span className="block text-xs text-soft">
                    {row.submitted} of {row.seats}
                    {row.blind && " · yours to score"}
                  </span>
                </span>
              </span>
            ),
            sum: <Sum row={row} />,
          }))}
        />
      </div>
    </>
  );
}

function Sum({ row }: { row: HeatmapRow }) {
  const { figure, detail } = rowComposite(row);
  return (
    <>
      <span className={figure === "incomplete" ? "text-soft" : "font-serif text-l"}>{figure}</span>
      <span className="block text-xs text-soft">{detail}</span>
    </>
  );
}
