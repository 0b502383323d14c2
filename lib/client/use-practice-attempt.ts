"use client";

import { useCallback } from "react";
import { attemptPracticeContract } from "@/lib/contracts/practice";
import { call } from "./api";
import type { DeviceCard } from "./device-card";
import type { SendSubmission } from "./submission-runner";
import { untilAnswered } from "./submit-card";
import { type Submission, useUndoableSend } from "./use-undoable-send";

interface Attempt {
  answerKey: string;
  rubricVersionId: string;
  hinted: boolean;
  roundId: string | null;
}

/** Hands a practice card in, as patiently as an interview's; the device keeps it until the server has it. */
export function usePracticeAttempt(attempt: Attempt, card: DeviceCard, onDone: () => void): Submission {
  const { answerKey, rubricVersionId, hinted, roundId } = attempt;
  const send = useCallback<SendSubmission>(
    async (signal, { trouble }) => {
      const { content } = card.read();
      const input = { answerKey, rubricVersionId, hinted, roundId, content };
      await untilAnswered(signal, trouble, () => call(attemptPracticeContract, input, { signal }));
      card.forget();
      onDone();
    },
    [answerKey, rubricVersionId, hinted, roundId, card, onDone],
  );
  return useUndoableSend(send);
}
