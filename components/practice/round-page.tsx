"use client";

import { useCallback, useState } from "react";
import { Notice } from "@/components/ui/notice";
import { Page } from "@/components/ui/page";
import { toastProblem } from "@/components/ui/toasts";
import type { LiveRound } from "@/lib/client/use-round";
import { useRound } from "@/lib/client/use-round";
import type { PracticeRound } from "@/lib/contracts/practice-rounds";
import { PracticeCockpit } from "./practice-cockpit";
import { RoundOver } from "./round-over";
import { RoundTalk } from "./round-talk";
import { RoundWait } from "./round-wait";

interface RoundPageProps {
  round: PracticeRound;
  memberId: string;
}

/** Takes a step and says so when it did not work. */
export type TakeStep = (...step: Parameters<LiveRound["take"]>) => Promise<void>;

/** One live round: your board while you score, the room while others do, the talk once the lead has revealed. */
export function RoundPage({ round: initial, memberId }: RoundPageProps) {
  const { round, away, look, take } = useRound(initial);
  const [scoring, setScoring] = useState(initial.mine === "scoring");
  const step: TakeStep = useCallback(
    async (contract, input) => {
      const problem = await take(contract, input);
      if (problem) toastProblem("That did not work", problem);
    },
    [take],
  );
  const done = useCallback(() => {
    setScoring(false);
    void look();
  }, [look]);
  if (round.state === "scoring" && round.mine === "scoring" && scoring) {
    return (
      <PracticeCockpit
        answer={{ ...round.answer, rubric: round.rubric }}
        memberId={memberId}
        hinted={false}
        roundId={round.roundId}
        onDone={done}
      />
    );
  }
  return (
    <Page>
      {away && (
        <div className="mb-6">
          <Notice tone="warn" live title="You are looking at an earlier moment of this round">
            {away} Nothing that was handed in is lost; this page comes up to date by itself.
          </Notice>
        </div>
      )}
      {round.revealed ? (
        <RoundTalk
          round={round}
          cutShort={scoring && round.mine !== "scored"}
          revealed={round.revealed}
          onStep={step}
        />
      ) : round.state !== "scoring" ? (
        <RoundOver round={round} onStep={step} />
      ) : (
        <RoundWait round={round} onStep={step} onScore={() => setScoring(true)} />
      )}
    </Page>
  );
}
