"use client";

import type { PanelSheet } from "@/lib/contracts/panels";
import { EmptyState } from "../ui/empty-state";
import { LinkButton } from "../ui/link-button";
import { Notice } from "../ui/notice";
import { Page } from "../ui/page";
import { PageHeader } from "../ui/page-header";
import { AnchorLines } from "./anchor-lines";
import { DebriefQueue } from "./debrief-queue";
import { FindingRuleForm } from "./finding-rule-form";
import { PanelFilterBar } from "./panel-filters";
import { aboutSheet, sheetTitle } from "./panel-words";
import { SheetBody } from "./sheet-body";
import { SheetProgress } from "./sheet-progress";
import { VersionNotice } from "./version-notice";

/** How the interviewers of one opening agree, and whom to talk about. */
export function PanelPage({ sheet }: { sheet: PanelSheet }) {
  if (sheet.openings.length === 0 || !sheet.rubric) {
    return (
      <Page>
        <PageHeader title="Panels" />
        <EmptyState
          title="No opening yet"
          action={<LinkButton href="/settings/import">Import interviews</LinkButton>}
        >
          A panel sheet reads the scorecards of one opening. Bring interviews in from a CSV file.
        </EmptyState>
      </Page>
    );
  }
  const { content } = sheet.rubric;
  return (
    <Page>
      <PageHeader
        title={titleOf(sheet)}
        above={aboutSheet(sheet)}
        actions={
          <>
            <LinkButton href="/panels/mine">My figures</LinkButton>
            <LinkButton href="/panels/scores">Bring your own scores</LinkButton>
          </>
        }
      />
      <PanelFilterBar sheet={sheet} />
      <div className="mb-6 empty:hidden">
        <VersionNotice filters={sheet.filters} />
      </div>
      {sheet.blindInterviews > 0 && (
        <div className="mb-6">
          <Notice
            title={`You still have to score ${sheet.blindInterviews === 1 ? "one interview" : `${sheet.blindInterviews} interviews`} here`}
          >
            The sheet leaves them out until you have submitted your own scorecards.
          </Notice>
        </div>
      )}
      {sheet.computing && (
        <SheetProgress key={sheet.computing.key} computing={sheet.computing} computedAt={sheet.computedAt} />
      )}
      {sheet.computing?.shown === "nothing" ? (
        <DebriefQueue sheet={sheet} content={content} />
      ) : sheet.scorecards === 0 ? (
        <EmptyState
          title="Nothing to read yet"
          action={<LinkButton href="/candidates">See who is waiting</LinkButton>}
        >
          {(sheet.filters.panel ?? sheet.filters.from ?? sheet.filters.to ?? sheet.filters.rubric)
            ? "No submitted scorecard is in what you chose above."
            : `The sheet begins with the first submitted scorecard${sheet.opening ? ` of ${sheet.opening.title}` : ""}.`}
        </EmptyState>
      ) : (
        <SheetBody
          sheet={sheet}
          beside={<DebriefQueue sheet={sheet} content={content} />}
          anchors={<AnchorLines sheet={sheet} />}
          source="First independent scores only."
        />
      )}
      <div className="mt-10">
        <FindingRuleForm rule={sheet.findingRule} />
      </div>
    </Page>
  );
}

function titleOf(sheet: PanelSheet): string {
  if (sheet.computing?.shown === "nothing") return "The sheet is being computed";
  return sheet.scorecards === 0 ? "No scorecard yet" : sheetTitle(sheet);
}
