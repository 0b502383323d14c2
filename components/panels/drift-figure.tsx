"use client";

import type { PanelInterviewer, PeopleFigures } from "@/lib/contracts/panel-figures";
import { DriftChart } from "../charts/drift-chart";
import { Figure } from "../charts/figure";
import type { Cell } from "../charts/figure-table";
import { FirstFew } from "../ui/first-few";
import { driftSentence } from "./effect-words";
import { FoldWords } from "./fold-words";
import { signedPoints } from "./model-words";
import { hundredths } from "./panel-tables";
import { dayText, privateWords } from "./panel-words";
import { knownOf } from "./person-rows";

/** Whether somebody's usual moves: a control chart a person, by name, on one shared height. */
export function DriftFigure({
  sheet,
  title,
  sentence,
}: {
  sheet: PeopleFigures;
  title?: string;
  sentence?: string;
}) {
  const known = knownOf(sheet.interviewers, "drift");
  const reach = Math.max(
    0.5,
    ...known.flatMap(({ found }) => found.points.flatMap(({ value, upper }) => [Math.abs(value), upper])),
  );
  return (
    <Figure
      title={title ?? "Drift: does somebody’s usual move?"}
      sentence={sentence ?? driftSentence(sheet)}
      table={{
        columns: ["Interviewer", "Scorecard", "Fading mean", "Lower limit", "Upper limit", "In words"],
        rows: sheet.interviewers.flatMap(driftRows),
      }}
      computedAt={sheet.computedAt}
      how={
        <>
          <p>
            Each scorecard’s departure = mean over dimensions of (what colleagues gave the same candidate −
            what this person gave), both corrected for usual severity, less that person’s own mean. Chart: z =
            .2 × newest departure + .8 × z before. Limits: ±3 s √(.2 ÷ 1.8 × (1 − .8²ᵏ)) after k scorecards, s
            the spread of all departures: one false alarm in some 550 scorecards.
          </p>
          <p>
            Shown from ten candidates shared with colleagues on three days or more: with fewer, changing
            candidates look like drift.
          </p>
          <FoldWords sheet={sheet} />
          <p>
            Roberts (1959), doi 10.1080/00401706.1959.10489860; Lucas &amp; Saccucci (1990), doi
            10.1080/00401706.1990.10484583; Myford &amp; Wolfe (2009), doi 10.1111/j.1745-3984.2009.00088.x.
          </p>
        </>
      }
    >
      <FirstFew of={sheet.interviewers} noun="interviewers">
        {(shown) => (
          <ul className={shown.length === 1 ? "" : "grid gap-x-6 gap-y-5 sm:grid-cols-2 lg:grid-cols-3"}>
            {shown.map((each) => (
              <li key={each.member.id}>
                <h3 className="truncate font-sans text-s font-[560]" title={each.member.name}>
                  {each.member.name}
                </h3>
                <DriftOf interviewer={each} reach={reach} />
              </li>
            ))}
          </ul>
        )}
      </FirstFew>
    </Figure>
  );
}

function DriftOf({ interviewer: { figures }, reach }: { interviewer: PanelInterviewer; reach: number }) {
  if (figures.state === "private") return <p className="text-xs text-soft">{privateWords(figures)}</p>;
  if (figures.drift.state === "not-enough") return <p className="text-xs text-soft">{figures.drift.short}</p>;
  const { points } = figures.drift;
  return (
    <>
      <p className="text-xs text-soft">n {points.length} scorecards</p>
      <DriftChart points={points} reach={reach} day={dayText} label={(value) => signedPoints(value, 1)} />
    </>
  );
}

function driftRows({ member, figures }: PanelInterviewer): Cell[][] {
  if (figures.state === "private") return [[member.name, null, null, null, null, privateWords(figures)]];
  const { drift } = figures;
  if (drift.state === "not-enough") return [[member.name, null, null, null, null, drift.reason]];
  return drift.points.map(({ at, value, lower, upper, outside }) => [
    member.name,
    at,
    hundredths(value),
    hundredths(lower),
    hundredths(upper),
    outside ? "outside the limits" : "",
  ]);
}
