"use client";

import { useState } from "react";
import { ApiProblem, call } from "@/lib/client/api";
import type { MissingSeat } from "@/lib/contracts/candidates";
import { nudgeSeatContract } from "@/lib/contracts/nudges";

interface NudgeState {
  nudgedAt: string | null;
  busy: boolean;
  /** Why the reminder was not sent, in the server's words. */
  problem: string | null;
}

/** Reminds the interviewer of one seat, and says when; the server refuses a second reminder too soon. */
export function useNudge({ seatId, nudgedAt }: MissingSeat, onNudged: (() => void) | undefined) {
  const [state, setState] = useState<NudgeState>({ nudgedAt, busy: false, problem: null });
  const nudge = async () => {
    setState({ ...state, busy: true, problem: null });
    try {
      const sent = await call(nudgeSeatContract, { seatId });
      setState({ nudgedAt: sent.nudgedAt, busy: false, problem: null });
      onNudged?.();
    } catch (cause) {
      const problem = cause instanceof ApiProblem ? cause.message : "The reminder was not sent. Try again.";
      setState({ ...state, busy: false, problem });
    }
  };
  return { state, nudge };
}
