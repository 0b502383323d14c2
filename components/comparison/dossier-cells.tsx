import type { RubricVersion } from "@/lib/contracts/rubric";
import { answerReading } from "@/lib/domain/beat-readings";
import { ANSWER_SECONDS } from "@/lib/domain/beats";
import { factLines } from "@/lib/domain/fact-lines";
import { BEAT_LABEL, CONFIDENCE_LABEL, RECOMMENDATION_LABEL, TRAP_LABEL } from "@/lib/domain/labels";
import { anchorOf } from "@/lib/domain/rubric";
import { type Dimension, isBipolar, markLabel } from "@/lib/domain/scale";
import { BeatBars } from "../charts/beat-bars";
import { AmendmentLines } from "./amendment-lines";
import { EvidenceQuote } from "./evidence-quote";
import type { SheetCard } from "./sheet-card";

type Card = { card: SheetCard };
const NOTHING = <span className="text-s text-faint">–</span>;

/** One mark with its anchor and the evidence written for it. */
export function CardMark({
  card,
  dimension,
  rubric,
  roomy = false,
}: {
  card: Pick<SheetCard, "ratings" | "evidence" | "amendments">;
  dimension: Dimension;
  /** The version this scorecard was scored on. */
  rubric: RubricVersion | null;
  /** Paper has room for the anchor beside evidence too. */
  roomy?: boolean;
}) {
  const rating = card.ratings[dimension];
  const notes = card.evidence.filter((note) => note.dimension === dimension);
  return (
    <div className="space-y-2 print:space-y-1">
      {rating?.state === "observed" ? (
        <p className="flex items-start gap-2.5">
          <span
            data-tint
            className="grid size-7 shrink-0 print:size-5 place-items-center rounded-s border border-line-strong text-s font-[650]"
            style={tint(dimension, rating.mark)}
          >
            {markLabel(dimension, rating.mark)}
          </span>
          <span
            className={`text-s leading-snug text-soft ${notes.length > 0 && !roomy ? "print:hidden" : "print:text-xs"}`}
          >
            {rubric && anchorOf(rubric.content, dimension, rating.mark)}
          </span>
        </p>
      ) : (
        <p className="text-s text-soft">{rating ? "Not observed" : "Not rated"}</p>
      )}
      {notes.map((note) => (
        <EvidenceQuote key={note.id} note={note} />
      ))}
      <AmendmentLines
        amendments={card.amendments.filter(
          ({ change }) => change.field === "rating" && change.dimension === dimension,
        )}
      />
    </div>
  );
}

function tint(dimension: Dimension, mark: number) {
  const name = isBipolar(dimension) ? `--cal-${mark}` : `--level-${mark}`;
  return { background: `var(${name})`, color: `var(${name}-ink)` };
}

/** Traps this interviewer flagged, each with the reason when a level speaks against it. */
export function CardTraps({ card, rubric }: Card & { rubric: RubricVersion | null }) {
  if (card.traps.length === 0) return NOTHING;
  return (
    <ul className="space-y-1 text-s">
      {card.traps.map(({ trap, reason }) => (
        <li key={trap}>
          <b className="font-[560] text-warn">{rubric?.content.traps[trap].name ?? TRAP_LABEL[trap]}</b>
          {reason && <span className="block text-soft">{reason}</span>}
        </li>
      ))}
    </ul>
  );
}

/** What this interviewer would do; it never enters the composite. */
export function CardVerdict({ card }: Card) {
  const later = card.amendments.filter(({ change }) => change.field === "recommendation");
  if (card.recommendation === null && later.length === 0) return NOTHING;
  return (
    <>
      {card.recommendation && (
        <p className="text-s">
          <b className="font-[560]">{RECOMMENDATION_LABEL[card.recommendation]}</b>
          {card.confidence && (
            <span className="text-soft">, confidence {CONFIDENCE_LABEL[card.confidence]}</span>
          )}
        </p>
      )}
      <AmendmentLines amendments={later} />
    </>
  );
}

const AGAINST = { under: "under", within: "within", over: "over" } as const;

/** Seconds a beat against its band, and the whole answer. */
export function CardBeats({ card }: Card) {
  const reading = answerReading(card.timer, Date.parse(card.submittedAt));
  if (!reading) return <p className="text-s text-soft">Timer not used</p>;
  const sentence = reading.beats
    .map(({ beat, seconds, from, to }) => `${BEAT_LABEL[beat]} ${seconds} s of ${from} to ${to}`)
    .join(", ");
  return (
    <>
      <p className="text-s">
        {reading.seconds} s{" "}
        <span className="text-soft">
          {AGAINST[reading.against]} {ANSWER_SECONDS.from}–{ANSWER_SECONDS.to}
        </span>
      </p>
      <p className="sr-only">{sentence}</p>
      <BeatBars
        beats={reading.beats.map(({ beat, seconds, from, to }) => ({
          name: BEAT_LABEL[beat],
          seconds: [seconds],
          from,
          to,
        }))}
      />
    </>
  );
}

/** Facts about the story, as tapped. */
export function CardFacts({ card }: Card) {
  const lines = factLines(card.facts);
  if (lines.length === 0) return NOTHING;
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-3 text-xs leading-relaxed print:leading-[1.2]">
      {lines.map(({ name, answer }) => (
        <div key={name} className="contents">
          <dt className="text-soft">{name}</dt>
          <dd>{answer}</dd>
        </div>
      ))}
    </dl>
  );
}
