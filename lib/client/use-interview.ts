"use client";

import { useCallback, useEffect, useState } from "react";
import type { OutputOf } from "@/lib/contracts/contract";
import type { getInterviewContract } from "@/lib/contracts/interviews";
import { getInterview } from "@/lib/contracts/outlines";
import { ApiProblem, call } from "./api";
import { forgetErased } from "./erased";
import { memberHere } from "./member";

export type Interview = OutputOf<typeof getInterviewContract>;

/** How stale another seat's "submitted" may look on a screen that is being watched. */
const LOOK_AGAIN_MS = 15_000;

/** The interview as the server sees it, looked up again while the page is visible. */
export function useInterview(initial: Interview): { interview: Interview; refresh: () => Promise<void> } {
  const [interview, setInterview] = useState(initial);
  const { interviewId } = initial;
  const refresh = useCallback(async () => {
    try {
      setInterview(await call(getInterview, { interviewId }));
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.status === 404) return leaveErased();
      // A look that failed changes nothing on screen; the state line speaks of the connection, the next look tries again.
    }
  }, [interviewId]);
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === "visible") void refresh();
    };
    const ticker = setInterval(look, LOOK_AGAIN_MS);
    window.addEventListener("online", look);
    return () => {
      clearInterval(ticker);
      window.removeEventListener("online", look);
    };
  }, [refresh]);
  return { interview, refresh };
}

/** No longer there: erased with its candidate, and then this device forgets it as well. */
async function leaveErased(): Promise<void> {
  const me = memberHere();
  if (me && (await forgetErased(me.memberId).catch(() => false))) window.location.assign("/interviews");
}
