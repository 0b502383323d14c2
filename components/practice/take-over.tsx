import { Button } from "@/components/ui/button";
import { type PracticeRound, takeOverRoundContract } from "@/lib/contracts/practice-rounds";
import type { TakeStep } from "./round-page";

/** For another lead: goes on where the one who began has left. */
export function TakeOver({ round, onStep }: { round: PracticeRound; onStep: TakeStep }) {
  if (!round.mayTakeOver) return null;
  return (
    // Names are as long as they are: on the narrowest screen they take a second line.
    <Button
      className="whitespace-normal!"
      onClick={() => void onStep(takeOverRoundContract, { roundId: round.roundId })}
    >
      Take over from {round.lead.name}
    </Button>
  );
}
