"use client";

import { useRouter } from "next/navigation";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useState } from "react";
import { touches } from "@/lib/client/live";
import { useEvents } from "@/lib/client/use-events";
import type { Comparison } from "@/lib/contracts/candidates";
import { exportComparisonContract } from "@/lib/contracts/exports";
import { comparisonTable } from "@/lib/domain/comparison-table";
import { HowComputed } from "../charts/figure";
import { FigureRows } from "../charts/figure-rows";
import { LinkButton } from "../ui/link-button";
import { Page } from "../ui/page";
import { PageHeader } from "../ui/page-header";
import { PrintButton } from "../ui/print-button";
import { ViewSwitch } from "../ui/view-switch";
import { FairFormula } from "./compare-fair";
import { CompareGrid } from "./compare-grid";
import { CompareNotes } from "./compare-notes";
import { ComparePacket } from "./compare-packet";
import { CompositeFormula } from "./composite-formula";
import { ExportMenu } from "./export-menu";
import { comparisonTitle } from "./fair-words";
import { HeatmapView } from "./heatmap-view";

const VIEWS = ["dots", "heatmap", "table", "packet"] as const;
const VIEW_LABELS = { dots: "Dots", heatmap: "Heatmap", table: "Table", packet: "Debrief packet" };

/** What the file of each view holds: the table is the dots' own numbers. */
const FILE_VIEW = { dots: "marks", table: "marks", heatmap: "heatmap", packet: "packet" } as const;

/** Two to six candidates of one opening side by side, with everything that makes the reading less fair than it looks. */
export function ComparePage({ comparison }: { comparison: Comparison }) {
  const { candidates, opening, rubric, rubrics } = comparison;
  const [view, setView] = useQueryState("view", parseAsStringLiteral(VIEWS).withDefault("dots"));
  const router = useRouter();
  const refresh = () => router.refresh();
  // Fair scores rest on the whole opening: a scorecard of anybody in it may move them.
  useEvents({
    since: comparison.asOf,
    about: (event) => touches(event, { openingId: opening.id }),
    onChange: refresh,
  });
  const ids = candidates.map((each) => each.applicationId).join(",");
  const submitted = candidates.reduce((sum, each) => sum + each.submitted, 0);
  const seats = candidates.reduce((sum, each) => sum + each.seats, 0);
  return (
    <div data-print="wide">
      <Page>
        <PageHeader
          title={comparisonTitle(comparison)}
          above={`${opening.title} · rubric ${rubric.number} · ${submitted} of ${seats} scorecards in`}
          actions={
            <>
              <ViewSwitch label="View" options={VIEWS} labels={VIEW_LABELS} value={view} onChange={setView} />
              <LinkButton
                size="s"
                href={`/candidates?${new URLSearchParams({ opening: opening.id, pick: ids })}`}
              >
                Change candidates
              </LinkButton>
              <ExportMenu
                contract={exportComparisonContract}
                input={{ applications: ids, view: FILE_VIEW[view] }}
                openingId={opening.id}
              />
              <PrintButton />
            </>
          }
        />
        {view === "dots" && <CompareGrid comparison={comparison} />}
        {view === "heatmap" && <ComparedHeatmap comparison={comparison} />}
        {view === "table" && (
          <FigureRows caption="Every mark and composite" table={comparisonTable(comparison)} />
        )}
        {view === "packet" ? (
          <ComparePacket comparison={comparison} onNudged={refresh} />
        ) : (
          <CompareNotes comparison={comparison} onNudged={refresh} />
        )}
        <HowComputed>
          <CompositeFormula rubrics={rubrics} />
          <FairFormula comparison={comparison} />
        </HowComputed>
      </Page>
    </div>
  );
}

/** The compared candidates in the order of the columns. */
function ComparedHeatmap({ comparison: { candidates, rubric } }: { comparison: Comparison }) {
  const [at, setAt] = useState(0);
  return <HeatmapView rows={candidates} rubric={rubric} at={at} onAt={setAt} choosing={null} />;
}
