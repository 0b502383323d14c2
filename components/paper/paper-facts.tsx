import type { ReactNode } from "react";
import { BEAT_BANDS, BEATS, readTimer } from "@/lib/domain/beats";
import {
  BEAT_LABEL,
  CONFIDENCE_LABEL,
  choiceLabel,
  MEASURE_LABEL,
  measureText,
  RECOMMENDATION_LABEL,
  STORY_LABEL,
} from "@/lib/domain/labels";
import { CONFIDENCES, RECOMMENDATIONS } from "@/lib/domain/recommendation";
import type { RubricContent } from "@/lib/domain/rubric";
import type { ScorecardContent } from "@/lib/domain/scorecard";
import { STORY_CHOICE_KEYS, STORY_CHOICES, STORY_MEASURE_KEYS } from "@/lib/domain/story-facts";
import { TRAPS } from "@/lib/domain/traps";
import { Blank, Box } from "./ink";

type Card = ScorecardContent | null;

/** Seconds per beat, to be written in or as they were measured, beside their bands. */
export function PaperBeats({ card }: { card: Card }) {
  const last = card?.timer.reduce((most, event) => Math.max(most, event.at), 0) ?? 0;
  const timed = card && card.timer.length > 0 ? readTimer(card.timer, last) : null;
  return (
    <ol aria-label="Beats" className="grid grid-cols-6 gap-x-3">
      {BEATS.map((beat) => (
        <li key={beat}>
          <Blank name={BEAT_LABEL[beat]}>{timed && `${Math.round(timed.beatMs[beat] / 1_000)} s`}</Blank>
          <span className="text-[0.85em] text-soft">
            {BEAT_BANDS[beat].from}–{BEAT_BANDS[beat].to} s
          </span>
        </li>
      ))}
    </ol>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex gap-2">
      <dt className="w-[7.2em] shrink-0 text-soft">{name}</dt>
      <dd className="flex min-w-0 flex-1 flex-wrap gap-x-3 gap-y-0.5">{children}</dd>
    </div>
  );
}

/** Traps with the reason beside each, and the facts of the story. */
export function PaperFacts({ rubric, card }: { rubric: RubricContent; card: Card }) {
  return (
    <div className="grid grid-cols-2 gap-x-6 border-t border-ink pt-1.5">
      <dl className="space-y-1">
        {TRAPS.map((trap) => {
          const flag = card?.traps.find((one) => one.trap === trap);
          return (
            <div key={trap} className="flex items-baseline gap-2">
              <dt>
                <Box ticked={flag !== undefined}>{rubric.traps[trap].name}</Box>
              </dt>
              <dd className="min-h-[1.4em] min-w-0 flex-1 border-b border-line">{flag?.reason}</dd>
            </div>
          );
        })}
        {STORY_MEASURE_KEYS.map((fact) => {
          const measured = card?.facts[fact];
          return (
            <Line key={fact} name={MEASURE_LABEL[fact]}>
              <span className="min-h-[1.4em] flex-1 border-b border-line">
                {measured && measureText(measured.amount, measured.unit)}
              </span>
            </Line>
          );
        })}
      </dl>
      <dl className="space-y-1">
        {STORY_CHOICE_KEYS.map((fact) => (
          <Line key={fact} name={STORY_LABEL[fact].name}>
            {STORY_CHOICES[fact].map((answer) => (
              <Box key={answer} ticked={card?.facts[fact] === answer}>
                {choiceLabel(fact, answer)}
              </Box>
            ))}
          </Line>
        ))}
      </dl>
    </div>
  );
}

/** Recommendation and confidence, apart from the score. */
export function PaperVerdict({ card }: { card: Card }) {
  return (
    <dl className="flex flex-wrap justify-between gap-x-6 gap-y-1 border-t border-ink pt-1.5">
      <div className="flex gap-2.5">
        <dt className="text-soft">Recommendation, apart from the score</dt>
        <dd className="flex gap-3">
          {RECOMMENDATIONS.map((value) => (
            <Box key={value} ticked={card?.recommendation === value}>
              {RECOMMENDATION_LABEL[value]}
            </Box>
          ))}
        </dd>
      </div>
      <div className="flex gap-2.5">
        <dt className="text-soft">Confidence</dt>
        <dd className="flex gap-3">
          {CONFIDENCES.map((value) => (
            <Box key={value} ticked={card?.confidence === value}>
              {CONFIDENCE_LABEL[value]}
            </Box>
          ))}
        </dd>
      </div>
    </dl>
  );
}
