"use client";

import type { OwnFigures } from "@/lib/contracts/panels";
import { EmptyState } from "../ui/empty-state";
import { LinkButton } from "../ui/link-button";
import { Notice } from "../ui/notice";
import { Page } from "../ui/page";
import { PageHeader } from "../ui/page-header";
import { DriftFigure } from "./drift-figure";
import { HaloFigure } from "./halo-figure";
import { ownDrift, ownHalo, ownRange, ownSeverity, sharingWords } from "./own-words";
import { RangeFigure } from "./range-figure";
import { SeverityFigure } from "./severity-figure";
import { ShareFigures } from "./share-figures";
import { SheetProgress } from "./sheet-progress";
import { UseFigure } from "./use-figure";

/** What the panel's figures say of you, before anybody else reads it. */
export function OwnPage({ own }: { own: OwnFigures }) {
  const [me] = own.interviewers;
  const figures = me?.figures.state === "open" ? me.figures : null;
  if (own.computing) {
    return (
      <Page>
        <PageHeader title="My figures" />
        <SheetProgress key={own.computing.key} computing={own.computing} computedAt={own.computedAt} />
      </Page>
    );
  }
  if (!me || !figures) {
    return (
      <Page>
        <PageHeader title="My figures" />
        <EmptyState
          title="Nothing to read yet"
          action={<LinkButton href="/interviews">Your interviews</LinkButton>}
        >
          Your own figures begin with your first submitted scorecard. You read them before anybody else does.
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page>
      <PageHeader
        title="My figures"
        above={`All openings · ${me.candidates} candidates · ${me.sharedCandidates} shared with colleagues · ${me.scorecards} scorecards`}
        below={sharingWords(own)}
        actions={!own.open && own.sharedAt === null && <ShareFigures />}
      />
      {own.blindInterviews > 0 && (
        <div className="mb-6">
          <Notice
            title={`You still have to score ${own.blindInterviews === 1 ? "one interview" : `${own.blindInterviews} interviews`}`}
          >
            What others gave there is left out of every figure until you have submitted your own scorecards.
          </Notice>
        </div>
      )}
      <div className="grid gap-x-11 gap-y-8 lg:grid-cols-2">
        <SeverityFigure sheet={own} sentence={ownSeverity(figures.severity)} />
        <HaloFigure sheet={own} sentence={ownHalo(figures.halo)} />
        <RangeFigure sheet={own} sentence={ownRange(figures.range, own.poolSlope)} />
        <DriftFigure sheet={own} title="Drift: does your usual move?" sentence={ownDrift(figures.drift)} />
        <UseFigure
          sheet={own}
          title="Which levels you use"
          sentence="How often you gave each mark. A narrow picture may mean similar candidates: read it beside whom you saw."
        />
      </div>
    </Page>
  );
}
