import clsx from "clsx";
import type { Debrief } from "@/lib/contracts/debriefs";
import type { RevealedScorecard } from "@/lib/contracts/scorecard-content";
import { amendedContent } from "@/lib/domain/amendments";
import type { Dimension } from "@/lib/domain/scale";
import { CardMark } from "../comparison/dossier-cells";
import { Amend } from "../scoring/amend";
import { apartWords, ratingText } from "./debrief-words";

interface AgendaProps {
  debrief: Debrief;
  onAmended: () => void;
}

/** The dimensions in the order to talk about them, each with everybody's mark, anchor and evidence. */
export function Agenda({ debrief, onAmended }: AgendaProps) {
  return (
    <section aria-labelledby="agenda">
      <h2 id="agenda" className="sr-only">
        Dimensions, by disagreement
      </h2>
      <ol className="space-y-6">
        {debrief.agenda.map((item) => (
          <li key={item.dimension} data-print="whole" className="border-t border-line-strong pt-3">
            <div className="flex flex-wrap items-baseline gap-x-3">
              <h3 className="font-serif text-l font-[560]">
                {debrief.rubric.content.dimensions[item.dimension].name}
              </h3>
              <p className={clsx("text-s", item.split ? "font-[560] text-warn" : "text-soft")}>
                {apartWords(item)}
              </p>
            </div>
            <ul className="mt-3 grid gap-x-6 gap-y-4 sm:grid-cols-[repeat(auto-fit,minmax(12.5rem,1fr))]">
              {debrief.scorecards.map((card) => (
                <Voice
                  key={card.scorecardId}
                  card={card}
                  dimension={item.dimension}
                  debrief={debrief}
                  onAmended={onAmended}
                />
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}

interface VoiceProps extends AgendaProps {
  card: RevealedScorecard;
  dimension: Dimension;
}

/** One interviewer on one dimension: the mark as it stands, the first one if it was changed, and what was heard. */
function Voice({ card, dimension, debrief, onAmended }: VoiceProps) {
  const now = amendedContent(card.content, card.amendments);
  const changes = card.amendments.filter(
    ({ change }) => change.field === "rating" && change.dimension === dimension,
  );
  const mine = debrief.seats.some((seat) => seat.mine && seat.member.id === card.author.id);
  return (
    <li className="min-w-0">
      <p className="mb-1.5 font-[560]">
        {card.author.name}
        {changes.length > 0 && (
          <span className="font-normal text-soft">
            {" "}
            · first {ratingText(dimension, card.content.ratings[dimension])}
          </span>
        )}
      </p>
      {changes.map(({ id, reason }) => (
        <p key={id} className="mb-1.5 text-s text-soft">
          Changed: {reason}
        </p>
      ))}
      <CardMark card={{ ...now, amendments: [] }} dimension={dimension} rubric={debrief.rubric} roomy />
      {mine && (
        <Amend
          scorecardId={card.scorecardId}
          what={dimension}
          now={now}
          rubric={debrief.rubric.content}
          onAmended={onAmended}
        />
      )}
    </li>
  );
}
