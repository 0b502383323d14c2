"use client";

import { useCallback, useRef, useState } from "react";
import { amendScorecardContract } from "@/lib/contracts/amendments";
import type { AmendedChange } from "@/lib/domain/amendments";
import { ApiProblem, call } from "./api";
import { newId } from "./ids";

export interface AmendmentSender {
  sending: boolean;
  problem: string | null;
  /** Resolves true once the server has it. Trying again sends the same amendment, not a second one. */
  send(change: AmendedChange, reason: string): Promise<boolean>;
}

/** Sends one amendment of a submitted scorecard. */
export function useAmendment(scorecardId: string): AmendmentSender {
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const made = useRef<{ what: string; amendmentId: string } | null>(null);
  const send = useCallback(
    async (change: AmendedChange, reason: string) => {
      const what = JSON.stringify([change, reason]);
      if (made.current?.what !== what) made.current = { what, amendmentId: newId() };
      setSending(true);
      setProblem(null);
      try {
        const { amendmentId } = made.current;
        await call(amendScorecardContract, { scorecardId, amendmentId, change, reason });
        return true;
      } catch (cause) {
        setProblem(cause instanceof ApiProblem ? cause.message : "The server did not answer. Try again.");
        return false;
      } finally {
        setSending(false);
      }
    },
    [scorecardId],
  );
  return { sending, problem, send };
}
