"use client";

import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import {
  runSubmission,
  type SendSubmission,
  type SubmissionPhase,
  type SubmissionRunner,
} from "./submission-runner";

export interface Submission {
  state: SubmissionPhase;
  begin(): void;
  undo(reason?: string): void;
  sendNow(): void;
  takeBack(): void;
}

/** A submission that lives and dies with its screen, which warns before it is closed in the middle. */
export function useUndoableSend(send: SendSubmission): Submission {
  const latest = useRef(send);
  useEffect(() => {
    latest.current = send;
  }, [send]);
  const [submission] = useState(() =>
    runSubmission({
      send: (signal, tell) => latest.current(signal, tell),
      monotonic: () => performance.now(),
      after(ms, run) {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    }),
  );
  useEffect(() => () => submission.stop(), [submission]);
  const running = useRunning(submission);
  const busy = running.state.phase !== "idle";
  useEffect(() => {
    if (!busy) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [busy]);
  return running;
}

const NOT_YET: SubmissionPhase = { phase: "idle", problem: null };

/** What a submission says now, and the ways to change it. */
export function useRunning(submission: SubmissionRunner): Submission {
  const state = useSyncExternalStore(
    useCallback((listener) => submission.subscribe(listener), [submission]),
    submission.read,
    () => NOT_YET,
  );
  const { begin, undo, sendNow, takeBack } = submission;
  return useMemo(() => ({ state, begin, undo, sendNow, takeBack }), [state, begin, undo, sendNow, takeBack]);
}
