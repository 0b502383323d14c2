"use client";

import { useEffect } from "react";
import type { CandidateListing } from "@/lib/client/candidate-windows";
import { touches } from "@/lib/client/live";
import { useAnswer } from "@/lib/client/use-answer";
import { useEvents } from "@/lib/client/use-events";
import { exportCandidatesContract, exportHeatmapContract } from "@/lib/contracts/exports";
import { getHeatmapContract, HEATMAP_MAX, type Heatmap } from "@/lib/contracts/heatmap";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { LinkButton } from "../ui/link-button";
import { Notice } from "../ui/notice";
import { Page } from "../ui/page";
import { PageHeader } from "../ui/page-header";
import { ViewSwitch } from "../ui/view-switch";
import { CandidateTable } from "./candidate-table";
import { ColumnsMenu } from "./columns-menu";
import { CompareBar } from "./compare-bar";
import { ExportMenu } from "./export-menu";
import { HeatmapView } from "./heatmap-view";
import { ListFilters } from "./list-filters";
import { LIST_VIEWS, queryOf } from "./list-state";
import { listTitle } from "./list-words";
import { type CandidateList, useCandidateList } from "./use-candidate-list";
import { ViewsMenu } from "./views-menu";

interface CandidatesPageProps {
  listing: CandidateListing;
  /** The first heatmap, when the address asks for it. */
  heatmap: Heatmap | null;
}

/** Candidates of one opening: who is scored, who is waiting, whom to compare. */
export function CandidatesPage({ listing, heatmap }: CandidatesPageProps) {
  if (listing.openings.length === 0) {
    return (
      <Page>
        <PageHeader title="Candidates" />
        <EmptyState
          title="No opening yet"
          action={<LinkButton href="/settings/import">Import candidates</LinkButton>}
        >
          Candidates stand under the opening they apply for. Bring openings, candidates and interviews in from
          a CSV file.
        </EmptyState>
      </Page>
    );
  }
  return <Candidates listing={listing} heatmap={heatmap} />;
}

function Candidates({ listing: first, heatmap }: CandidatesPageProps) {
  const list = useCandidateList(first, first.rubric);
  const { listing, state, set } = list;
  useEvents({
    since: first.asOf,
    about: (event) => listing.opening !== null && touches(event, { openingId: listing.opening.id }),
    onChange: list.refresh,
  });
  const asHeatmap = state.view === "heatmap";
  return (
    <div data-print={asHeatmap ? "wide" : undefined}>
      <Page>
        <PageHeader
          title={listTitle(listing)}
          above={listing.opening?.title}
          actions={
            <>
              <ViewSwitch
                label="View"
                options={LIST_VIEWS}
                labels={{ list: "List", heatmap: "Heatmap" }}
                value={state.view}
                onChange={(view) => set({ view })}
              />
              {!asHeatmap && (
                <div className="max-sm:hidden">
                  <ColumnsMenu list={list} />
                </div>
              )}
              <ViewsMenu list={list} />
              {listing.opening && (
                <ExportMenu
                  contract={asHeatmap ? exportHeatmapContract : exportCandidatesContract}
                  input={queryOf(state)}
                  openingId={listing.opening.id}
                />
              )}
            </>
          }
        />
        <ListFilters list={list} />
        <Notices list={list} />
        {listing.matching === 0 ? (
          <Nobody list={list} />
        ) : asHeatmap ? (
          <HeatmapOf list={list} first={heatmap} />
        ) : (
          <CandidateTable list={list} />
        )}
        <CompareBar list={list} />
      </Page>
    </div>
  );
}

function Notices({ list: { listing, problem, refresh } }: { list: CandidateList }) {
  const blind = listing.blindCandidates;
  return (
    <>
      {problem && (
        <div className="mb-4">
          <Notice
            live
            tone="warn"
            title="The list could not be read"
            action={
              <Button size="s" onClick={refresh}>
                Try again
              </Button>
            }
          >
            {problem.message} What you see is as it was before.
          </Notice>
        </div>
      )}
      {blind > 0 && (
        <div className="mb-4">
          <Notice
            title={
              blind === 1
                ? "You still have to score one of these candidates"
                : `You still have to score ${blind} of these candidates`
            }
          >
            Figures leave those interviews out until you have submitted your own scorecards.
          </Notice>
        </div>
      )}
    </>
  );
}

function Nobody({ list: { listing, set } }: { list: CandidateList }) {
  if (listing.total === 0) {
    return (
      <EmptyState
        title="Nobody has applied here yet"
        action={<LinkButton href="/settings/import">Import candidates</LinkButton>}
      >
        {listing.opening?.title} has no candidates. Bring them in from a CSV file.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No candidate matches"
      action={
        <Button onClick={() => set({ q: null, stage: null, only: null, trap: null })}>
          Show all {listing.total}
        </Button>
      }
    >
      Your search and filters leave nobody of {listing.total}.
    </EmptyState>
  );
}

function HeatmapOf({ list, first }: { list: CandidateList; first: Heatmap | null }) {
  const { answer, problem, refresh } = useAnswer(getHeatmapContract, queryOf(list.state), first);
  // The list hears what changes; a heatmap that knows less than the list is read again.
  const { asOf } = list.listing;
  const known = answer?.asOf ?? asOf;
  useEffect(() => {
    if (known < asOf) refresh();
  }, [known, asOf, refresh]);
  if (problem) {
    return (
      <Notice
        live
        tone="warn"
        title="The heatmap could not be read"
        action={
          <Button size="s" onClick={refresh}>
            Try again
          </Button>
        }
      >
        {problem.message}
      </Notice>
    );
  }
  if (!answer?.rubric)
    return (
      <p role="status" className="py-10 text-soft">
        Reading the figures …
      </p>
    );
  return (
    <>
      <HeatmapView
        rows={answer.candidates}
        rubric={answer.rubric}
        at={Math.min(list.current, answer.candidates.length - 1)}
        onAt={list.setCurrent}
        choosing={{
          isChosen: (id) => list.state.pick.includes(id),
          full: list.full,
          choose: list.choose,
        }}
      />
      {answer.matching > HEATMAP_MAX && (
        <p className="mt-4 text-s text-soft">
          The first {HEATMAP_MAX} of {answer.matching}: filter to see others. The list shows them all.
        </p>
      )}
    </>
  );
}
