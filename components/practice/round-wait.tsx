import { Check, Circle } from "lucide-react";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import {
  closeRoundContract,
  joinRoundContract,
  type PracticeRound,
  revealRoundContract,
} from "@/lib/contracts/practice-rounds";
import type { TakeStep } from "./round-page";
import { ShareLink } from "./share-link";
import { TakeOver } from "./take-over";
import { lengthText } from "./words";

interface RoundWaitProps {
  round: PracticeRound;
  onStep: TakeStep;
  onScore: () => void;
}

const MINE: Record<PracticeRound["mine"], string> = {
  "not-joined": "Take a place, and you score on your own device.",
  scoring: "You have a place; the answer waits for you.",
  scored: "Yours is in. What everybody gave is shown to all at the same moment.",
  knows:
    "You know this answer already, so nobody waits for your score: take a place to listen and talk along.",
};
const LISTENING =
  "You know this answer already, so nobody waits for your score. Stay here: the talk begins when the lead reveals.";

/** For a lead who does not score along: what they wait for, and what they do then. */
function leadWords(scored: number, asked: number): string {
  if (asked === 0) return "Send its link to everybody who is to join. You may score along, or lead only.";
  return scored < asked
    ? "You see who is done, never what they gave. Reveal when everybody is."
    : "Everybody is done: reveal all marks and the reference to all at the same moment.";
}

/** "Reveal to all", or without whom: up to two are named. */
function revealWords(waiting: readonly string[]): string {
  if (waiting.length === 0) return "Reveal to all";
  return `Reveal without ${waiting.length > 2 ? waiting.length : waiting.join(" and ")}`;
}

/** The room before the reveal: who is done, never what they gave. */
export function RoundWait({ round, onStep, onScore }: RoundWaitProps) {
  const { roundId, lead, answer, members, mine, leading } = round;
  const asked = members.filter((one) => !one.listening);
  const waiting = asked.filter((one) => !one.scored);
  const scored = asked.length - waiting.length;
  const here = members.some((one) => one.mine);
  return (
    <>
      <PageHeader
        above={`Live round on ${answer.title} (${lengthText(answer.seconds)} as spoken), led by ${leading ? "you" : lead.name}`}
        title={asked.length === 0 ? "Nobody has joined yet" : `${scored} of ${asked.length} have scored`}
        below={
          leading && !here
            ? leadWords(scored, asked.length)
            : mine === "knows" && here
              ? LISTENING
              : MINE[mine]
        }
        actions={
          <>
            {mine === "not-joined" && (
              <Button
                look={leading ? "plain" : "primary"}
                onClick={() => void onStep(joinRoundContract, { roundId }).then(onScore)}
              >
                Join and score
              </Button>
            )}
            {mine === "scoring" && (
              <Button look="primary" onClick={onScore}>
                Score it
              </Button>
            )}
            {mine === "knows" && !here && (
              <Button onClick={() => void onStep(joinRoundContract, { roundId })}>
                Take a place to listen
              </Button>
            )}
            <TakeOver round={round} onStep={onStep} />
            {leading && (
              <Button onClick={() => void onStep(closeRoundContract, { roundId })}>Call it off</Button>
            )}
            {leading && asked.length > 0 && (
              <Button
                look={mine === "scoring" ? "plain" : "primary"}
                className="whitespace-normal!"
                disabled={scored === 0}
                onClick={() => void onStep(revealRoundContract, { roundId })}
              >
                {revealWords(waiting.map((one) => (one.mine ? "you" : one.member.name)))}
              </Button>
            )}
          </>
        }
      />
      {leading && <ShareLink first={asked.length === 0} />}
      <ul aria-label="In this round" aria-live="polite" className="border-t border-line-strong">
        {members.map(({ member, scored: done, listening, mine: me }) => (
          <li key={member.id} className="flex items-center gap-3 border-b border-line py-2.5">
            {done ? (
              <Check aria-hidden className="size-4 text-level-4" />
            ) : (
              <Circle aria-hidden className="size-4 text-faint" />
            )}
            <span className="font-[560]">{me ? "You" : member.name}</span>
            <span className="text-s text-soft">
              {done ? "scored" : listening ? "listening" : "still scoring"}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
