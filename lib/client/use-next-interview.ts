"use client";

import { useEffect, useState } from "react";
import { type InterviewRow, listInterviewsContract } from "@/lib/contracts/interviews";
import { call } from "./api";

/** The interview you are to score after this one: today's first, then what waits. Null while unknown, or none. */
export function useNextInterview(interviewId: string, wanted: boolean): InterviewRow | null {
  const [next, setNext] = useState<InterviewRow | null>(null);
  useEffect(() => {
    if (!wanted) return;
    let current = true;
    call(listInterviewsContract, {}).then(
      ({ today, toSubmit }) => {
        const others = [...today, ...toSubmit].filter((row) => row.interviewId !== interviewId);
        if (current) setNext(others[0] ?? null);
      },
      // A courtesy: the list of interviews is one press away.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [interviewId, wanted]);
  return next;
}
