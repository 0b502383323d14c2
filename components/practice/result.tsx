"use client";

import { useEffect, useRef, useState } from "react";
import { BeatBars } from "@/components/charts/beat-bars";
import { ChipGroup } from "@/components/ui/chip";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import type { PracticeAnswerView, PracticeResult } from "@/lib/contracts/practice";
import { BEAT_BANDS, BEATS } from "@/lib/domain/beats";
import { BEAT_LABEL } from "@/lib/domain/labels";
import { accuracyOf } from "@/lib/domain/practice";
import { quotationsIn } from "@/lib/domain/practice-answer";
import { DIMENSIONS, type Dimension, type RatingValue } from "@/lib/domain/scale";
import { ResultRow } from "./result-row";
import { SpokenWords } from "./spoken-words";
import { TrapResult } from "./trap-result";
import { lengthText } from "./words";

interface ResultProps {
  answer: PracticeAnswerView;
  result: PracticeResult;
}

/** Your marks beside the reference's, dimension by dimension, with the words that earned them. */
export function Result({ answer, result }: ResultProps) {
  const { content, reference } = result;
  const [shown, setShown] = useState<Dimension | "all">("all");
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => top.current?.focus(), []);
  const marks = DIMENSIONS.map((dimension) => ({
    dimension,
    mark: markOf(content.ratings[dimension]),
    reference: reference.reference[dimension].mark,
  }));
  const { exact, withinOne, n } = accuracyOf(marks);
  const quoted = DIMENSIONS.filter((dimension) => shown === "all" || dimension === shown).flatMap(
    (dimension) => quotationsIn(reference.reference[dimension].because),
  );
  const names = answer.rubric.content.dimensions;
  return (
    <>
      <div ref={top} tabIndex={-1} className="outline-none">
        <PageHeader
          above={`${answer.title} · ${answer.role}, ${answer.field.toLowerCase()}`}
          title={`${exact} of ${n} the same as the reference, ${withinOne} within one point`}
          actions={
            <>
              <LinkButton href="/practice">All answers</LinkButton>
              {answer.next && (
                <LinkButton look="primary" href={`/practice/answers/${answer.next}`}>
                  Score the next
                </LinkButton>
              )}
            </>
          }
        />
      </div>
      {result.hinted && (
        <div className="mb-6">
          <Notice title="Not counted: it was not new to you">
            It was chosen by its trap, or you knew its reference from a live round or from setting it. Kept
            for you, and left out of readiness.
          </Notice>
        </div>
      )}
      <div className="grid gap-x-12 gap-y-8 xl:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
        <div>
          {marks.map(({ dimension, mark }) => (
            <ResultRow
              key={dimension}
              dimension={dimension}
              rubric={answer.rubric.content}
              mark={mark}
              reference={reference.reference[dimension]}
              notes={content.evidence.filter((note) => note.dimension === dimension)}
            />
          ))}
          <TrapResult
            flagged={content.traps.map(({ trap }) => trap)}
            reference={reference}
            rubric={answer.rubric.content}
          />
        </div>
        <div className="grid content-start gap-8">
          <section aria-labelledby="what-was-said" className="border-t border-line-strong pt-3">
            <h2 id="what-was-said">What was said</h2>
            <ChipGroup
              legend="Words that earned"
              className="mt-2 mb-3"
              name="words"
              value={shown}
              onChange={(value) => setShown(value ?? "all")}
              options={[
                { value: "all", label: "every mark" },
                ...DIMENSIONS.map((value) => ({ value, label: names[value].name })),
              ]}
            />
            <SpokenWords spoken={answer.spoken} quoted={quoted} />
          </section>
          <section aria-labelledby="its-beats" className="border-t border-line-strong pt-3">
            <h2 id="its-beats">Its beats</h2>
            <p className="mt-1 mb-3 text-s text-soft">
              {lengthText(answer.seconds)} in all. The band is what a practised answer takes; pace is
              information, never a score.
            </p>
            <BeatBars beats={beatsOf(answer)} />
          </section>
        </div>
      </div>
    </>
  );
}

function markOf(rating: RatingValue | undefined) {
  return rating?.state === "observed" ? rating.mark : null;
}

function beatsOf({ spoken }: PracticeAnswerView) {
  return BEATS.map((beat) => ({
    name: BEAT_LABEL[beat],
    seconds: [spoken.reduce((sum, one) => sum + (one.beat === beat ? one.seconds : 0), 0)],
    ...BEAT_BANDS[beat],
  }));
}
