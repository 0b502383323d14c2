import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { closeRoundContract, type PracticeRound, talkRoundContract } from "@/lib/contracts/practice-rounds";
import { quotationsIn } from "@/lib/domain/practice-answer";
import { roundSpread } from "@/lib/domain/practice-round";
import type { Dimension } from "@/lib/domain/scale";
import { RoundDimension } from "./round-dimension";
import type { TakeStep } from "./round-page";
import { RoundTraps } from "./round-traps";
import { SpokenWords } from "./spoken-words";
import { TakeOver } from "./take-over";

interface RoundTalkProps {
  round: PracticeRound;
  /** You were still scoring when it was revealed. */
  cutShort: boolean;
  revealed: NonNullable<PracticeRound["revealed"]>;
  onStep: TakeStep;
}

/** Everybody's marks beside the reference, dimension by dimension, where the round is furthest apart first. */
export function RoundTalk({ round, cutShort, revealed, onStep }: RoundTalkProps) {
  const { roundId, answer, lead, leading, state, dimension, rubric, mine } = round;
  const { order, cards, reference } = revealed;
  const marks = cards.flatMap((card) =>
    card.marks.map((one) => ({ ...one, reference: reference.reference[one.dimension].mark })),
  );
  const first = order[0];
  const spread = first ? roundSpread(first, marks) : null;
  const talking = state === "revealed";
  const quoted = dimension && talking ? quotationsIn(reference.reference[dimension].because) : [];
  const turnTo = (to: Dimension, note: string | null) =>
    onStep(talkRoundContract, { roundId, dimension: to, note });
  return (
    <>
      <PageHeader
        above={`Live round on ${answer.title}, led by ${leading ? "you" : lead.name}${talking ? "" : ", closed"}`}
        title={
          first && spread
            ? `Furthest apart on ${rubric.content.dimensions[first].name.toLowerCase()}: ${spread} ${spread === 1 ? "point" : "points"}`
            : cards.length === 1
              ? "One scored, beside the reference"
              : "Everybody gave the same marks"
        }
        below={`${cards.length} scored. ${talking ? "Talk it through from the top" : "Kept as it was talked through"}: this is training, never a candidate’s.`}
        actions={
          <>
            <TakeOver round={round} onStep={onStep} />
            <LinkButton href={`/practice/answers/${answer.key}`}>
              {mine === "scored" ? "Your own gap" : "The answer"}
            </LinkButton>
            {leading && talking && (
              <Button look="primary" onClick={() => void onStep(closeRoundContract, { roundId })}>
                Close the round
              </Button>
            )}
          </>
        }
      />
      {cutShort && (
        <div className="mb-6">
          <Notice title="It was revealed before yours came in">
            What you had marked is still on this device. You may finish it from “The answer”: it is kept for
            you, and not counted, because its reference is before you now.
          </Notice>
        </div>
      )}
      {cards.length === 0 && (
        <p className="mb-6 text-soft">You had no place in this round, so its marks are not yours to read.</p>
      )}
      <details className="mb-4 text-s">
        <summary className="min-h-6 text-accent pointer-coarse:py-3">What was said</summary>
        <div className="mt-2 max-w-[72ch]">
          <SpokenWords spoken={answer.spoken} quoted={quoted} />
        </div>
      </details>
      {order.map((each) => (
        <RoundDimension
          key={each}
          dimension={each}
          rubric={rubric.content}
          revealed={revealed}
          current={talking && dimension === each}
          {...(leading && talking ? { onTurn: (note: string | null) => turnTo(each, note) } : {})}
        />
      ))}
      <RoundTraps revealed={revealed} rubric={rubric.content} />
    </>
  );
}
