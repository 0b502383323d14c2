"use client";

import { useCallback, useEffect, useState } from "react";
import type { z } from "zod";
import type { Contract } from "@/lib/contracts/contract";
import { getRoundContract, type PracticeRound, practiceRound } from "@/lib/contracts/practice-rounds";
import { call } from "./api";
import { useEvents } from "./use-events";

/** Every step comes at once, as a live event; this notices when the stream and the server have gone silent. */
const LOOK_MS = 10_000;

export interface LiveRound {
  round: PracticeRound;
  /** Why the last look failed, in words; null while the room is live. */
  away: string | null;
  look(): Promise<void>;
  /** Takes a step of the round; answers what went wrong, in words, or null. */
  take<C extends Contract>(contract: C, input: z.input<C["input"]>): Promise<string | null>;
}

/** A round as it stands, looked at again whenever the server tells that something moved in it. */
export function useRound(initial: PracticeRound): LiveRound {
  const [round, setRound] = useState(initial);
  const [away, setAway] = useState<string | null>(null);
  const { roundId } = initial;
  const look = useCallback(async () => {
    try {
      const next = await call(getRoundContract, { roundId });
      // Answers may overtake each other: an older one never replaces a newer.
      setRound((now) => (next.asOf >= now.asOf ? next : now));
      setAway(null);
    } catch (error) {
      setAway(error instanceof Error ? error.message : "The round cannot be reached just now.");
    }
  }, [roundId]);
  useEvents({
    since: initial.asOf,
    about: (event) => event.practiceRoundId === roundId,
    onChange: () => void look(),
  });
  const isOver = round.state === "closed" || round.state === "called-off";
  useEffect(() => {
    const lookIfSeen = () => {
      if (document.visibilityState === "visible") void look();
    };
    const ticker = isOver ? undefined : setInterval(lookIfSeen, LOOK_MS);
    window.addEventListener("online", lookIfSeen);
    window.addEventListener("offline", lookIfSeen);
    return () => {
      clearInterval(ticker);
      window.removeEventListener("online", lookIfSeen);
      window.removeEventListener("offline", lookIfSeen);
    };
  }, [look, isOver]);
  const take = useCallback(async <C extends Contract>(contract: C, input: z.input<C["input"]>) => {
    try {
      setRound(practiceRound.parse(await call(contract, input)));
      setAway(null);
      return null;
    } catch (error) {
      return error instanceof Error ? error.message : "It did not work; try again.";
    }
  }, []);
  return { round, away, look, take };
}
