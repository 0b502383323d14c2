"use client";

import { CircleDashed } from "lucide-react";
import { Board } from "@/components/scoring/board";
import { useCardDeeds } from "@/components/scoring/use-card-deeds";
import { useDeviceCard } from "@/lib/client/device-card";
import { usePracticeAttempt } from "@/lib/client/use-practice-attempt";
import type { PracticeAnswerView } from "@/lib/contracts/practice";
import { Transcript } from "./transcript";

interface PracticeCockpitProps {
  answer: Pick<PracticeAnswerView, "key" | "title" | "role" | "field" | "spoken" | "rubric">;
  /** Whose device card this is: two people on one laptop do not share one. */
  memberId: string;
  hinted: boolean;
  /** Its reference is known already: scoring it is exercise, and counts for nothing. */
  known?: boolean;
  roundId: string | null;
  onDone: () => void;
}

/** The very board of an interview over a practice answer. The card stays on this device until it is handed in. */
export function PracticeCockpit({
  answer,
  memberId,
  hinted,
  known = false,
  roundId,
  onDone,
}: PracticeCockpitProps) {
  const { key, title, role, field, spoken, rubric } = answer;
  const { card, content } = useDeviceCard(`plumbline.practice.${memberId}.${rubric.id}.${key}`);
  const attempt = { answerKey: key, rubricVersionId: rubric.id, hinted, roundId };
  const submission = usePracticeAttempt(attempt, card, onDone);
  const deeds = useCardDeeds(card, submission.undo);
  return (
    <Board
      label={`Your practice scorecard for ${title}`}
      heading={
        <>
          <h1 className="truncate text-l leading-tight">{title}</h1>
          <p className="truncate text-s text-soft">
            {role}, {field.toLowerCase()}
          </p>
          <p className="truncate text-s text-soft max-lg:hidden">
            {known
              ? "Not counted: you know its reference"
              : `${roundId ? "Live round" : "Practice"}: nobody’s interview`}
          </p>
        </>
      }
      rubric={rubric.content}
      card={content}
      deeds={deeds}
      submission={submission}
      submitted={false}
      stateLine={
        <p role="status" className="flex items-center justify-end gap-1.5 text-s whitespace-nowrap text-soft">
          <CircleDashed aria-hidden className="size-4 shrink-0" /> On this device
        </p>
      }
      notices={null}
      transcript={<Transcript spoken={spoken} timer={content.timer} />}
    />
  );
}
