import clsx from "clsx";
import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { RevealedScorecard } from "@/lib/contracts/scorecard-content";
import type { Amendment } from "@/lib/domain/amendments";
import { clockText } from "@/lib/domain/beats";
import {
  CONFIDENCE_LABEL,
  choiceLabel,
  MEASURE_LABEL,
  measureText,
  RECOMMENDATION_LABEL,
  STORY_LABEL,
} from "@/lib/domain/labels";
import { anchorOf, type RubricContent } from "@/lib/domain/rubric";
import { DIMENSIONS, type Dimension } from "@/lib/domain/scale";
import type { ScorecardContent } from "@/lib/domain/scorecard";
import { STORY_CHOICE_KEYS, STORY_MEASURE_KEYS } from "@/lib/domain/story-facts";
import { Amendments } from "./amendments";
import { tintOf } from "./mark-cells";
import { PaperNote } from "./paper-time";
import { ratingWords } from "./words";

interface CardViewProps {
  title: string;
  content: ScorecardContent;
  composite: RevealedScorecard["composite"];
  rubric: RubricContent;
  mine: boolean;
  amendments: readonly Amendment[];
  /** Set on your own card: how a row is amended. */
  amend?: (what: Dimension | "recommendation") => ReactNode;
}

/** One submitted scorecard, read only. */
export function CardView(props: CardViewProps) {
  const { title, content, composite, rubric, mine, amendments, amend } = props;
  const recommended = amendments.filter(({ change }) => change.field === "recommendation");
  return (
    <section
      aria-label={title}
      data-print="whole"
      className={clsx(
        "grid min-w-0 grid-cols-[minmax(0,1fr)] rounded-m border bg-sheet md:row-span-7 md:grid-rows-subgrid print:row-span-1 print:grid-rows-none print:break-inside-avoid",
        mine ? "border-accent" : "border-line",
      )}
    >
      <header className={clsx("relative border-b border-line px-4 py-3", amend && "pr-16")}>
        <h2 className="text-l">{title}</h2>
        <p className="text-s text-soft">
          {composite.state === "complete" ? (
            <>
              Composite <b className="font-[600] text-ink">{composite.value.toFixed(2)}</b> from{" "}
              {composite.dimensions} dimensions
            </>
          ) : (
            `Composite incomplete: ${composite.dimensions} of ${composite.needed} dimensions observed`
          )}
        </p>
        <p className="text-s text-soft">
          {content.recommendation
            ? `Recommends: ${RECOMMENDATION_LABEL[content.recommendation]}`
            : "No recommendation"}
          {content.confidence && `, ${CONFIDENCE_LABEL[content.confidence]} confidence`}
        </p>
        {content.scoredOnPaperAt && (
          <p className="text-s text-soft">
            <PaperNote at={content.scoredOnPaperAt} />
          </p>
        )}
        <Amendments amendments={recommended} />
        {amend?.("recommendation")}
      </header>
      {DIMENSIONS.map((dimension) => (
        <div key={dimension} className={clsx("relative border-b border-line px-4 py-3", amend && "pr-16")}>
          <Rating dimension={dimension} content={content} rubric={rubric} />
          <Amendments
            amendments={amendments.filter(
              ({ change }) => change.field === "rating" && change.dimension === dimension,
            )}
          />
          {amend?.(dimension)}
        </div>
      ))}
      <footer className="space-y-2 px-4 py-3 text-s">
        {content.traps.map((flag) => (
          <p key={flag.trap} className="flex gap-1.5 text-warn">
            <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            <span>
              {rubric.traps[flag.trap].name}
              {flag.reason && <span className="text-soft">: {flag.reason}</span>}
            </span>
          </p>
        ))}
        <Facts content={content} />
      </footer>
    </section>
  );
}

function Rating({
  dimension,
  content,
  rubric,
}: {
  dimension: Dimension;
  content: ScorecardContent;
  rubric: RubricContent;
}) {
  const value = content.ratings[dimension];
  const notes = content.evidence
    .filter((note) => note.dimension === dimension)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return (
    <>
      <div className="flex gap-3">
        <span
          className={clsx(
            "grid h-9 min-w-9 shrink-0 place-items-center rounded-m border px-1.5 font-[560]",
            value?.state === "observed"
              ? ["border-ink bg-(--tint) text-(--on)", tintOf(dimension, value.mark)]
              : "border-dashed border-line-strong text-xs text-soft",
          )}
        >
          {ratingWords(dimension, value)}
        </span>
        <div className="min-w-0">
          <h3 className="leading-tight">{rubric.dimensions[dimension].name}</h3>
          {value?.state === "observed" && (
            <p className="text-s text-soft">{anchorOf(rubric, dimension, value.mark)}</p>
          )}
        </div>
      </div>
      {notes.map((note) => (
        <blockquote key={note.id} className="mt-2 border-l-2 border-line pl-3 font-serif whitespace-pre-wrap">
          {note.atMs !== null && (
            <span className="mr-2 font-sans text-xs font-[500] text-accent">{clockText(note.atMs)}</span>
          )}
          {note.text}
        </blockquote>
      ))}
    </>
  );
}

function Facts({ content: { facts } }: { content: ScorecardContent }) {
  const choices = STORY_CHOICE_KEYS.flatMap((fact) => {
    const answer = facts[fact];
    return answer === undefined
      ? []
      : [{ fact, name: STORY_LABEL[fact].name, words: choiceLabel(fact, answer) }];
  });
  const measures = STORY_MEASURE_KEYS.flatMap((fact) => {
    const measured = facts[fact];
    return measured
      ? [{ fact, name: MEASURE_LABEL[fact], words: measureText(measured.amount, measured.unit) }]
      : [];
  });
  const all = [...choices, ...measures];
  if (all.length === 0) return <p className="text-soft">No story facts noted.</p>;
  return (
    <dl className="flex flex-wrap gap-x-4 gap-y-1 text-s">
      {all.map(({ fact, name, words }) => (
        <div key={fact} className="flex gap-1.5">
          <dt className="text-soft">{name}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
