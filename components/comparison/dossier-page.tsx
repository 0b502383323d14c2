"use client";

import { useRouter } from "next/navigation";
import { touches } from "@/lib/client/live";
import { useEvents } from "@/lib/client/use-events";
import type { Dossier } from "@/lib/contracts/candidates";
import { exportDossierContract } from "@/lib/contracts/exports";
import { HowComputed } from "../charts/figure";
import { CopyLinkButton } from "../ui/copy-link-button";
import { EmptyState } from "../ui/empty-state";
import { LinkButton } from "../ui/link-button";
import { Notice } from "../ui/notice";
import { Page } from "../ui/page";
import { PageHeader } from "../ui/page-header";
import { PrintButton } from "../ui/print-button";
import { CompositeFormula } from "./composite-formula";
import { DossierDecisions } from "./dossier-decisions";
import { DossierGrid } from "./dossier-grid";
import { dossierTitle, waitingFor } from "./dossier-words";
import { ExportMenu } from "./export-menu";
import { dayText } from "./list-words";
import { cardOfDossier } from "./sheet-card";

/** One candidate whole: every scorecard you may see, side by side, on one page of paper too. */
export function DossierPage({ dossier, mayErase = false }: { dossier: Dossier; mayErase?: boolean }) {
  const { application, opening, rubric, rubrics, interviews } = dossier;
  const router = useRouter();
  useEvents({
    since: dossier.asOf,
    about: (event) => touches(event, { openingId: opening.id, applicationId: application.applicationId }),
    onChange: () => router.refresh(),
  });
  const cards = interviews.flatMap(({ scorecards }) => scorecards.map(cardOfDossier));
  const toCompare = new URLSearchParams({ opening: opening.id, pick: application.applicationId });
  return (
    <div data-print="wide">
      <Page>
        <PageHeader
          title={dossierTitle(dossier)}
          above={`${opening.title} · rubric ${rubric.number} · ${application.submitted} of ${application.seats} scorecards in`}
          actions={
            <>
              <LinkButton size="s" href={`/candidates?${toCompare}`}>
                Compare with others
              </LinkButton>
              <ExportMenu
                contract={exportDossierContract}
                input={{ applicationId: application.applicationId }}
                openingId={opening.id}
              />
              {mayErase && (
                <LinkButton size="s" href={`/settings/privacy/${application.candidate.id}`}>
                  Privacy
                </LinkButton>
              )}
              <CopyLinkButton />
              <PrintButton />
            </>
          }
        />
        <Interviews dossier={dossier} />
        <DossierDecisions interviews={interviews} />
        {cards.length === 0 ? (
          <EmptyState
            title="No scorecard you may see"
            action={
              <LinkButton href={`/candidates?${new URLSearchParams({ opening: opening.id })}`}>
                Back to the list
              </LinkButton>
            }
          >
            Scorecards appear here once they are submitted, and once you have submitted your own where you
            have a seat.
          </EmptyState>
        ) : (
          <>
            <DossierGrid
              application={application}
              rubric={rubric}
              rubrics={rubrics}
              cards={cards}
              linesAbove={linesDecided(interviews)}
            />
            <HowComputed>
              <CompositeFormula rubrics={rubrics} />
            </HowComputed>
          </>
        )}
      </Page>
    </div>
  );
}

/** About a hundred and fifty characters stand in a line of a decision's reasons, and two lines around them. */
function linesDecided(interviews: Dossier["interviews"]): number {
  return interviews
    .flatMap(({ decisions }) => decisions)
    .reduce((sum, { rationale }) => sum + 2 + Math.ceil(rationale.length / 150), 0);
}

function Interviews({ dossier: { interviews } }: { dossier: Dossier }) {
  return (
    <div className="mb-5 space-y-3">
      {interviews
        .filter(({ blind }) => blind)
        .map(({ interviewId, scheduledAt }) => (
          <Notice
            key={interviewId}
            title={`You still have to score the interview of ${dayText(scheduledAt)}`}
            action={
              <LinkButton size="s" look="primary" href={`/interviews/${interviewId}`}>
                Score it
              </LinkButton>
            }
          >
            What the others wrote there stays hidden until you have submitted your own scorecard.
          </Notice>
        ))}
      <ul aria-label="Interviews" className="flex flex-wrap gap-x-6 gap-y-1 text-s text-soft">
        {interviews.map(({ interviewId, scheduledAt, seats }) => (
          <li key={interviewId}>
            Interview of {dayText(scheduledAt)} · {waitingFor(seats) ?? "every scorecard in"}
          </li>
        ))}
      </ul>
    </div>
  );
}
