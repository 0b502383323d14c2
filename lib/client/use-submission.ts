"use client";

import { submissionOf } from "./open-scorecards";
import type { OutboxRunner } from "./outbox-ports";
import { type Submission, useRunning } from "./use-undoable-send";

export type { Submission } from "./use-undoable-send";

/** The submission of an open scorecard. It goes on when this screen is left, and after a reload. */
export function useSubmission(runner: OutboxRunner): Submission {
  return useRunning(submissionOf(runner));
}
