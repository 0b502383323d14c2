import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { closeRoundContract, type PracticeRound, talkRoundContract } from "@/lib/contracts/practice-rounds";
import { roundSpread } from "@/lib/domain/practice-round";
import type { Dimension } from "@/lib/domain/scale";
import { RoundDimension } from "./round-dimension";
import type { TakeStep } from "./round-page";
import { TakeOver } from "./take-over";

interface RoundTalkProps {
  round: PracticeRound;
  revealed: NonNullable<PracticeRound["revealed"]>;
  onStep: TakeStep;
}

/** Everybody's marks beside the reference, dimension by dimension, where the round is furthest apart first. */
export function RoundTalk({ round, revealed, onStep }: RoundTalkProps) {
  const { roundId, answer, lead, leading, state, dimension, rubric } = round;
  const { order, cards, reference } = revealed;
  const marks = cards.flatMap((card) =>
    card.marks.map((one) => ({ ...one, reference: reference.reference[one.dimension].mark })),
  );
  const first = order[0];
  const spread = first ? roundSpread(first, marks) : null;
  const talking = state === "revealed";
  const turnTo = (to: Dimension, note: string | null) =>
    onStep(talkRoundContract, { roundId, dimension: to, note });
  return (
    <>
      <PageHeader
        above={`Live round on ${answer.title}, led by ${leading ? "you" : lead.name}${talking ? "" : ", closed"}`}
        title={
          first && spread
            ? `Furthest apart on ${rubric.content.dimensions[first].name.toLowerCase()}: ${spread} ${spread === 1 ? "point" : "points"}`
            : "Nobody is apart from anybody"
        }
        below={`${cards.length} scored. These are training, never a candidate’s.`}
        actions={
          <>
            <TakeOver round={round} onStep={onStep} />
            <LinkButton href={`/practice/answers/${answer.key}`}>Your own gap</LinkButton>
            {leading && talking && (
              <Button look="primary" onClick={() => void onStep(closeRoundContract, { roundId })}>
                Close the round
              </Button>
            )}
          </>
        }
      />
      {cards.length === 0 && (
        <p className="mb-6 text-soft">You had no place in this round, so its marks are not yours to read.</p>
      )}
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
    </>
  );
}
