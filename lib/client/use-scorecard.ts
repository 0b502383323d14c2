"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { keepOnScreen, rememberInterview, runnerFor } from "./open-scorecards";
import type { OutboxRunner } from "./outbox-ports";
import type { Outbox } from "./outbox-state";
import type { Interview } from "./use-interview";

export interface OpenScorecard {
  outbox: Outbox;
  runner: OutboxRunner;
}

/** One's own scorecard of an interview, open for writing: what it holds now, and the way to change it. */
export function useScorecard(interview: Interview, mine: NonNullable<Interview["mine"]>): OpenScorecard {
  const [runner] = useState(() =>
    runnerFor(
      {
        scorecardId: mine.scorecardId,
        interviewId: interview.interviewId,
        ownerId: interview.seats.find((seat) => seat.mine)?.member.id ?? "",
        candidate: interview.candidate.name,
      },
      {
        rubricVersionId: interview.rubric.id,
        content: mine.content,
        revision: mine.revision,
        submittedAt: mine.submittedAt,
      },
    ),
  );
  const [first] = useState(() => runner.read());
  useEffect(() => keepOnScreen(runner), [runner]);
  useEffect(() => runner.heard(mine.revision), [runner, mine.revision]);
  useEffect(() => {
    // A device that cannot keep it says so in the state line.
    void rememberInterview(interview).catch(() => {});
  }, [interview]);
  const outbox = useSyncExternalStore(runner.subscribe, runner.read, () => first);
  return { outbox, runner };
}
