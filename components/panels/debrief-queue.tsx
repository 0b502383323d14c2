"use client";

import { useState } from "react";
import type { DebriefNeed, PanelSheet } from "@/lib/contracts/panels";
import type { RubricContent } from "@/lib/domain/rubric";
import { CsvButton } from "../charts/csv-button";
import { HowComputed } from "../charts/figure";
import type { FigureTable } from "../charts/figure-table";
import { Button } from "../ui/button";
import { LinkButton } from "../ui/link-button";
import { dayText, reasonsText } from "./panel-words";

/** The ones to talk about first; the rest is one press away. */
const SHOWN_AT_FIRST = 10;

/** Interviews whose interviewers heard different answers, widest first; those already debriefed stand apart. */
export function DebriefQueue({ sheet, content }: { sheet: PanelSheet; content: RubricContent }) {
  const [all, setAll] = useState(false);
  const open = sheet.debriefs.filter(({ decidedAt }) => decidedAt === null);
  const done = sheet.debriefs.filter(({ decidedAt }) => decidedAt !== null);
  const shown = all ? open : open.slice(0, SHOWN_AT_FIRST);
  return (
    <section aria-labelledby="needs-a-debrief" className="border-t border-line-strong pt-3">
      <div className="flex flex-wrap items-start justify-between gap-x-4">
        <h2 id="needs-a-debrief">Needs a debrief</h2>
        {sheet.debriefs.length > 0 && (
          <CsvButton title="Needs a debrief" table={queueTable(sheet, content)} />
        )}
      </div>
      <p className="mt-1 mb-1 text-s text-soft">
        {open.length === 0
          ? "Nobody: no split, no two marks two points apart, no trap against a level that is not talked through."
          : `${open.length} ${open.length === 1 ? "interview" : "interviews"}, by disagreement: splits first, then the widest difference.`}
      </p>
      <ul>
        {shown.map((need) => (
          <QueueLine key={need.interviewId} need={need} content={content} />
        ))}
      </ul>
      {open.length > shown.length && (
        <Button size="s" className="mt-3" onClick={() => setAll(true)}>
          Show all {open.length}
        </Button>
      )}
      {done.length > 0 && (
        <details className="mt-3 text-s">
          <summary className="min-h-6 text-accent pointer-coarse:min-h-11">Debriefed ({done.length})</summary>
          <ul>
            {done.map((need) => (
              <QueueLine key={need.interviewId} need={need} content={content} />
            ))}
          </ul>
        </details>
      )}
      <HowComputed>
        <p>
          An interview stands here when its interviewers marked both sides of calibration (a split), when two
          marks on one dimension are two or more points apart, or when somebody flagged a trap against a level
          that somebody gave. First scores; splits first, then the widest difference, then the number of
          reasons. What was decided in a debrief moves it under “Debriefed”.
        </p>
        <p>
          Computed {dayText(sheet.computedAt)}. These rules are this product’s own; two points is a
          convention.
        </p>
      </HowComputed>
    </section>
  );
}

function QueueLine({ need, content }: { need: DebriefNeed; content: RubricContent }) {
  return (
    <li className="grid grid-cols-[1fr_auto] items-center gap-x-4 border-b border-line py-2">
      <span className="font-[560]">{need.candidate.name}</span>
      <span className="row-span-2 flex flex-wrap justify-end gap-2">
        <LinkButton
          size="s"
          href={`/candidates/${need.applicationId}`}
          aria-label={`Open ${need.candidate.name}`}
        >
          Open
        </LinkButton>
        <LinkButton
          size="s"
          href={`/debriefs/${need.interviewId}`}
          aria-label={`Debrief ${need.candidate.name}`}
        >
          {need.decidedAt === null ? "Debrief" : "Read"}
        </LinkButton>
      </span>
      <span className="text-s text-soft">
        {need.decidedAt !== null && `Decided ${dayText(need.decidedAt)}: `}
        {reasonsText(need, content)}
      </span>
    </li>
  );
}

function queueTable({ debriefs }: PanelSheet, content: RubricContent): FigureTable {
  return {
    columns: ["Candidate", "Why", "Debriefed"],
    rows: debriefs.map((need) => [need.candidate.name, reasonsText(need, content), need.decidedAt]),
  };
}
