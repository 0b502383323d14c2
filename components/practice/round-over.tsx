import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import type { PracticeRound } from "@/lib/contracts/practice-rounds";
import type { TakeStep } from "./round-page";
import { TakeOver } from "./take-over";

/** A round that shows you nothing: it was called off, or it was revealed while you were not in it. */
export function RoundOver({ round, onStep }: { round: PracticeRound; onStep: TakeStep }) {
  const { answer, lead, leading, members, mine, state } = round;
  const off = state === "called-off";
  const scored = mine === "scored" || mine === "knows";
  return (
    <PageHeader
      above={`Live round on ${answer.title}, led by ${leading ? "you" : lead.name}`}
      title={off ? "This round was called off" : "This round was revealed without you"}
      below={
        scored
          ? "What you scored is kept: read your own gap."
          : members.some((one) => one.mine)
            ? "What you have marked so far is still on this device: finish it alone, and read your own gap at once."
            : "The answer is still new to you, so you may score it blind, alone."
      }
      actions={
        <>
          <TakeOver round={round} onStep={onStep} />
          <LinkButton look="primary" href={`/practice/answers/${answer.key}`}>
            {scored ? "Your own gap" : "Score it alone"}
          </LinkButton>
        </>
      }
    />
  );
}
