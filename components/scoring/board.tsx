"use client";

import { type ReactNode, useCallback, useDeferredValue, useMemo, useRef, useState } from "react";
import type { Submission } from "@/lib/client/use-submission";
import type { RubricContent } from "@/lib/domain/rubric";
import { DIMENSIONS, type Dimension } from "@/lib/domain/scale";
import type { EvidenceNote, ScorecardContent } from "@/lib/domain/scorecard";
import { type Missing, missingForSubmission, TRAP_EVIDENCE } from "@/lib/domain/submission";
import { stepTo, useFirstFocus } from "./board-focus";
import { DimensionRow } from "./dimension-row";
import { KeyBar } from "./key-bar";
import { missingWords } from "./missing";
import { offeredProbe } from "./probe";
import { SideColumn } from "./side-column";
import { Stepper } from "./stepper";
import { Strip } from "./strip";
import { SubmitBox, troubleOf } from "./submit-box";
import { trapReasonId } from "./trap-list";
import type { CardDeeds } from "./use-card-deeds";
import { useCockpitKeys, useCockpitShortcuts } from "./use-cockpit-keys";
import { useCommands } from "./use-commands";
import { useRows } from "./use-rows";
import { useUnchanged } from "./use-unchanged";
import { VERDICT_ID, Verdict } from "./verdict";

interface BoardProps {
  /** The name of the whole region, as a screen reader announces it. */
  label: string;
  /** Who or what is scored, in the top strip. */
  heading: ReactNode;
  rubric: RubricContent;
  card: ScorecardContent;
  deeds: CardDeeds;
  submission: Submission;
  /** Submitted: nothing on the board can be changed any more. */
  submitted: boolean;
  stateLine: ReactNode;
  /** Sentences when something needs one, else null: in the flow, so that they cover nothing. Given the way back to a row. */
  notices: ((backToRow: () => void) => ReactNode) | null;
  /** What is being answered, where it is read rather than heard (practice). */
  transcript?: ReactNode;
}

/** The scoring board: one screen on a desk, one column on a phone. It knows no server and no storage. */
export function Board(props: BoardProps) {
  const { rubric, card, deeds, submission, submitted } = props;
  const rows = useRows();
  const [active, setActive] = useState<Dimension>("ownership");
  const [anchorsOpen, setAnchorsOpen] = useState<Dimension | null>(null);
  const [said, setSaid] = useState("");
  const verdict = useRef<HTMLElement>(null);
  const missing = useUnchanged(missingForSubmission(card));
  const offered = offeredProbe(card, active);
  // A key is seen where it was meant first; what follows from it (what is left, what to probe) comes a picture later.
  const later = useDeferredValue(card);
  const laterMissing = useDeferredValue(missing);
  const laterActive = useDeferredValue(active);
  const notes = useMemo(() => notesOf(card.evidence), [card.evidence]);
  const sealed = submitted || submission.state.phase === "sending";

  const toggleAnchors = useCallback(
    (dimension: Dimension) => setAnchorsOpen((open) => (open === dimension ? null : dimension)),
    [],
  );
  const goToRow = useCallback((dimension: Dimension) => stepTo(rows[dimension].group), [rows]);
  const goTo = (one: Missing) => {
    if (one.kind === "rating") rows[one.where].group.current?.focus();
    else if (one.kind === "evidence" || one.kind === "nothing-observed")
      rows[one.where].startNote.current?.();
    else if (one.kind === "trap-evidence") {
      const [dimension] = TRAP_EVIDENCE[one.where];
      if (dimension) rows[dimension].startNote.current?.();
    } else if (one.kind === "recommendation")
      document.querySelector<HTMLElement>(`#${VERDICT_ID} input`)?.focus();
    else document.getElementById(trapReasonId(one.where))?.focus();
  };
  const submit = () => {
    const first = missing[0];
    if (sealed || submission.state.phase === "counting") return;
    if (!first) return submission.begin();
    const count = missing.length === 1 ? "1 thing left" : `${missing.length} things left`;
    setSaid(`Not submitted: ${count}. First: ${missingWords(first, rubric)}.`);
    goTo(first);
  };
  const { armed, run } = useCommands({
    card,
    deeds,
    rows,
    active,
    offered,
    verdict,
    onAnchors: toggleAnchors,
    onSubmit: submit,
  });
  const onKeyDown = useCockpitKeys(armed, run);
  useCockpitShortcuts(run);
  useFirstFocus(rows.ownership.group);

  const backToRow = () => rows[active].group.current?.focus();
  const trouble = troubleOf(submission);
  const notices =
    trouble || props.notices ? (
      <>
        {trouble && (
          <p role="alert" className="bg-warn-wash px-4 py-2 text-s text-warn md:px-6">
            {trouble}
          </p>
        )}
        {props.notices?.(backToRow)}
      </>
    ) : null;
  const submitBox = (
    <SubmitBox
      missing={laterMissing}
      rubric={rubric}
      submission={submission}
      onSubmit={submit}
      onUndo={() => {
        submission.undo();
        backToRow();
      }}
      onGoTo={goTo}
    />
  );
  return (
    // Takes the focus from a click on bare ground, so that the keys go on working.
    <section aria-label={props.label} tabIndex={-1} onKeyDown={onKeyDown} className={FRAME}>
      <header
        data-area="strip"
        className="sticky top-0 z-20 grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-6 gap-y-2 border-b border-line bg-paper px-4 py-2 md:px-6 lg:static [@media(max-height:500px)]:static lg:min-h-24 lg:grid-cols-[minmax(150px,18%)_minmax(0,1fr)_auto] lg:py-2.5"
      >
        <div className="min-w-0">{props.heading}</div>
        <div inert={sealed} className="flex min-w-0 max-lg:order-3 max-lg:col-span-2">
          <Strip timer={card.timer} onDeed={deeds.time} onEvent={deeds.event} />
        </div>
        <div className="flex items-start gap-4">
          <div className="md:min-w-[8.5rem] md:pt-2.5">{props.stateLine}</div>
          <div className="max-md:hidden">{submitBox}</div>
        </div>
        {notices && <div className="order-4 col-span-2 -mx-4 -mb-2 md:-mx-6 lg:hidden">{notices}</div>}
      </header>
      {props.transcript}
      <div className="grid flex-1 lg:min-h-0 lg:grid-cols-[minmax(0,1fr)_292px] xl:grid-cols-[minmax(0,1fr)_328px]">
        <div className="flex min-w-0 flex-col px-4 md:px-6 lg:min-h-0">
          <div
            inert={sealed}
            data-area="rows"
            className="relative lg:-ml-6 lg:flex lg:min-h-0 lg:flex-1 lg:flex-col lg:overflow-y-auto lg:pl-6"
          >
            {DIMENSIONS.map((dimension) => (
              <DimensionRow
                key={dimension}
                dimension={dimension}
                rubric={rubric}
                value={card.ratings[dimension]}
                notes={notes[dimension]}
                timer={card.timer}
                active={active === dimension}
                anchorsOpen={anchorsOpen === dimension}
                evidenceWanted={evidenceWanted(missing, dimension)}
                handles={rows[dimension]}
                onActive={setActive}
                onAnchors={toggleAnchors}
                onType={deeds.type}
                onChange={deeds.change}
                onSettle={deeds.settle}
              />
            ))}
          </div>
          <div inert={sealed}>
            <Verdict
              recommendation={card.recommendation}
              confidence={card.confidence}
              armed={armed === "recommendation"}
              groupRef={verdict}
              onChange={deeds.change}
            />
          </div>
          {notices && <div className="-mx-6 max-lg:hidden">{notices}</div>}
          {notices === null && <KeyBar />}
        </div>
        <div inert={sealed} className="contents">
          <SideColumn
            probesAsked={later.probesAsked}
            traps={card.traps}
            ratings={later.ratings}
            facts={card.facts}
            rubric={rubric}
            missing={laterMissing}
            offered={offeredProbe(later, laterActive)}
            trapsArmed={armed === "trap"}
            deeds={deeds}
          />
        </div>
      </div>
      <div className="flex flex-col items-end px-4 py-4 md:hidden">{submitBox}</div>
      <div
        data-area="stepper"
        className="sticky bottom-(--bottom-bar) z-20 border-t border-line bg-paper md:hidden"
      >
        <Stepper ratings={later.ratings} rubric={rubric} active={active} onGoTo={goToRow} />
      </div>
      <p role="status" className="sr-only">
        {armed === "trap"
          ? "Trap: press 1 to 4"
          : armed === "recommendation"
            ? "Recommendation: press 1 to 5"
            : said}
      </p>
    </section>
  );
}

function notesOf(evidence: readonly EvidenceNote[]): Record<Dimension, EvidenceNote[]> {
  const of = (dimension: Dimension) => evidence.filter((note) => note.dimension === dimension);
  return {
    ownership: of("ownership"),
    noticing: of("noticing"),
    consequence: of("consequence"),
    fix: of("fix"),
    calibration: of("calibration"),
  };
}

/** What takes the focus below the sticky strip is scrolled clear of it (WCAG 2.4.11). */
const FRAME =
  "flex min-h-dvh flex-col outline-none max-md:min-h-0 lg:h-dvh lg:overflow-hidden max-lg:[&_:is(input,textarea,select,button)]:scroll-mt-52 max-lg:[&_:is(input,textarea,select,button)]:scroll-mb-32";

function evidenceWanted(missing: readonly Missing[], dimension: Dimension): string | null {
  const here = missing.filter(({ where }) => where === dimension);
  if (here.some(({ kind }) => kind === "nothing-observed")) return "Say why nothing could be observed";
  return here.some(({ kind }) => kind === "evidence") ? "Evidence is needed for this mark" : null;
}
