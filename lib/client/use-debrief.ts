"use client";

import { useCallback, useEffect, useState } from "react";
import type { z } from "zod";
import type { Contract } from "@/lib/contracts/contract";
import {
  type Debrief,
  type decideDebriefContract,
  joinDebriefContract,
  type openDebriefContract,
  type revealDebriefContract,
} from "@/lib/contracts/debriefs";
import { ApiProblem, call } from "./api";
import { useEvents } from "./use-events";

/**
 * Keeps one's own place as "here" and brings who else is (a few times within `HERE_FOR_MS`). Every step of the room comes
 * at once, as a live event; only who is still to score hears of reveals and decisions no sooner than this.
 */
const PRESENCE_MS = 5_000;

type Step = typeof openDebriefContract | typeof revealDebriefContract | typeof decideDebriefContract;

export interface DebriefRoom {
  debrief: Debrief;
  /** Why the last look failed, in words; null while the room is live. */
  away: string | null;
  look(): Promise<void>;
  /** Takes a step of the room; resolves to what went wrong, in words, or null. */
  take<C extends Step>(contract: C, input: z.input<C["input"]>): Promise<string | null>;
}

/** The room as everybody in it sees it, looked at again whenever the server tells that something moved in it. */
export function useDebrief(initial: Debrief): DebriefRoom {
  const [debrief, setDebrief] = useState(initial);
  const [away, setAway] = useState<string | null>(null);
  const { interviewId } = initial;
  // Answers may overtake each other: an older one never replaces a newer.
  const show = useCallback((next: Debrief) => setDebrief((now) => (next.asOf >= now.asOf ? next : now)), []);
  const look = useCallback(async () => {
    try {
      show(await call(joinDebriefContract, { interviewId }));
      setAway(null);
    } catch (error) {
      setAway(wordsOf(error));
    }
  }, [interviewId, show]);
  useEvents({
    since: initial.asOf,
    about: (event) => event.interviewId === interviewId,
    onChange: () => void look(),
  });
  useEffect(() => {
    const lookIfSeen = () => {
      if (document.visibilityState === "visible") void look();
    };
    lookIfSeen();
    const ticker = setInterval(lookIfSeen, PRESENCE_MS);
    window.addEventListener("online", lookIfSeen);
    window.addEventListener("offline", lookIfSeen);
    document.addEventListener("visibilitychange", lookIfSeen);
    return () => {
      clearInterval(ticker);
      window.removeEventListener("online", lookIfSeen);
      window.removeEventListener("offline", lookIfSeen);
      document.removeEventListener("visibilitychange", lookIfSeen);
    };
  }, [look]);
  const take = useCallback(
    async (contract: Contract, input: unknown) => {
      try {
        // Every step answers the room as it then stands.
        show((await call(contract, input)) as Debrief);
        return null;
      } catch (error) {
        return wordsOf(error);
      }
    },
    [show],
  );
  return { debrief, away, look, take };
}

function wordsOf(error: unknown): string {
  return error instanceof ApiProblem ? error.message : "The server did not answer. Try again.";
}
