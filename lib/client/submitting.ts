"use client";

import { useSyncExternalStore } from "react";
import type { SubmissionPhase } from "./submission-runner";

/** A scorecard that is being submitted while none of its screens is up. */
export interface Submitting {
  scorecardId: string;
  interviewId: string;
  candidate: string;
  state: SubmissionPhase;
  undo(): void;
  takeBack(): void;
  /** Read: it need not be said any more. */
  dismiss(): void;
}

const NONE: readonly Submitting[] = [];
let present = NONE;
const listeners = new Set<() => void>();

/** Told by whatever submits (open-scorecards), which most pages load late. */
export function tellSubmitting(all: readonly Submitting[]): void {
  if (all.length === 0 && present.length === 0) return;
  present = all.length === 0 ? NONE : all;
  for (const listener of [...listeners]) listener();
}

/** What is being submitted behind this page. */
export function useSubmitting(): readonly Submitting[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => present,
    () => NONE,
  );
}
