"use client";

import { useEffect } from "react";
import { contestedFields } from "@/lib/client/contested";
import { hasUnsaved } from "@/lib/client/save-state";
import type { Interview } from "@/lib/client/use-interview";
import { useScorecard } from "@/lib/client/use-scorecard";
import { useSubmission } from "@/lib/client/use-submission";
import { Board } from "./board";
import { NameBlur } from "./name-blur";
import { PaperNote, PaperTime } from "./paper-time";
import { seatWords } from "./seats";
import { SomebodyElse, useSignInWindow } from "./sign-in-again";
import { StateLine, Worry, worryOf } from "./state-line";
import { useCardDeeds } from "./use-card-deeds";
import { useLoaded } from "./use-loaded";
import { useStay } from "./use-stay";

interface CockpitProps {
  interview: Interview;
  mine: NonNullable<Interview["mine"]>;
  onSubmitted: () => void;
  /** Submitted, as the page knows by now, and nothing here is unsaved: the screen may be exchanged for another. */
  onFinished: () => void;
}

/** Scoring live: the board over this interview's scorecard, kept by the outbox. */
export function Cockpit({ interview, mine, onSubmitted, onFinished }: CockpitProps) {
  const { outbox, runner } = useScorecard(interview, mine);
  const submission = useSubmission(runner);
  const deeds = useCardDeeds(runner, submission.undo);
  const signIn = useSignInWindow(outbox.signedOut);
  const submitted = outbox.submittedAt !== null;
  const holding = hasUnsaved(outbox) || submission.state.phase !== "idle";
  const finished = mine.submittedAt !== null && !holding;
  useEffect(() => {
    if (finished) onFinished();
  }, [finished, onFinished]);
  useEffect(() => {
    if (submitted) onSubmitted();
  }, [submitted, onSubmitted]);
  const worry = worryOf(outbox);
  useStay(worry === "away");
  const contested = contestedFields(outbox.history);
  const Elsewhere = useLoaded(loadElsewhere, contested.length > 0);
  const notices = (backToRow: () => void) => (
    <>
      <Worry
        outbox={outbox}
        onTryAgain={() => runner.wake()}
        onTryRefusedAgain={() => runner.tryRefusedAgain()}
        onSignIn={signIn}
      />
      {Elsewhere && (
        <Elsewhere
          contested={contested}
          rubric={interview.rubric.content}
          onChoose={(change) => {
            deeds.change(change);
            if (contested.length === 1) backToRow();
          }}
        />
      )}
    </>
  );
  if (outbox.otherMember) return <SomebodyElse onSignIn={signIn} />;
  return (
    <Board
      label={`Your scorecard for ${interview.candidate.name}`}
      heading={
        <>
          <div className="flex items-center gap-1.5">
            <h1 data-name className="truncate text-l leading-tight">
              {interview.candidate.name}
            </h1>
            <NameBlur />
            <PaperTime
              interviewId={interview.interviewId}
              value={outbox.content.scoredOnPaperAt}
              onChange={deeds.change}
            />
          </div>
          <p className="truncate text-s text-soft">{interview.opening.title}</p>
          <p className="truncate text-s text-soft max-lg:hidden">
            {outbox.content.scoredOnPaperAt ? (
              <PaperNote at={outbox.content.scoredOnPaperAt} />
            ) : (
              seatWords(interview.seats)
            )}
          </p>
        </>
      }
      rubric={interview.rubric.content}
      card={outbox.content}
      deeds={deeds}
      submission={submission}
      submitted={submitted}
      stateLine={<StateLine outbox={outbox} />}
      notices={worry === null && contested.length === 0 ? null : notices}
    />
  );
}

/** Wanted only while a server answers. */
const loadElsewhere = async () => (await import("./elsewhere")).Elsewhere;
