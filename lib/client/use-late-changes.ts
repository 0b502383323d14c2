"use client";

import { useCallback, useEffect, useState } from "react";
import type { Operation } from "@/lib/contracts/operations";
import { fieldKey } from "@/lib/domain/changes";
import { deviceDatabase } from "./device";
import { purgeCards } from "./store/cards";
import { lateOperations } from "./store/rows";
import { channelName } from "./store/tab-channel";

export interface LateChanges {
  /** By field the last that was entered here, oldest first. */
  changes: readonly Operation[];
  /** Seen: they are kept no longer, and once none is left nothing of this scorecard is. */
  discard(): void;
}

/** What was entered on this device and came after the scorecard was submitted elsewhere. */
export function useLateChanges(scorecardId: string | null): LateChanges {
  const [late, setLate] = useState<readonly Operation[]>([]);
  useEffect(() => {
    if (scorecardId === null) return;
    let left = false;
    const look = async () => {
      const found = await lateOperations(await deviceDatabase(), scorecardId);
      if (!left) setLate(found);
    };
    // A browser that keeps nothing has nothing that came late.
    const lookAgain = () => void look().catch(() => {});
    lookAgain();
    const channel = new BroadcastChannel(channelName(scorecardId));
    channel.addEventListener("message", lookAgain);
    return () => {
      left = true;
      channel.close();
    };
  }, [scorecardId]);
  const discard = useCallback(() => {
    setLate([]);
    if (scorecardId === null) return;
    void deviceDatabase()
      .then((db) => purgeCards(db, [scorecardId]))
      .catch(() => {});
  }, [scorecardId]);
  return { changes: lastOfEach(late), discard };
}

function lastOfEach(operations: readonly Operation[]): Operation[] {
  const shown = operations.filter(({ change }) => change.field !== "timer");
  return [...new Map(shown.map((operation) => [fieldKey(operation.change), operation])).values()];
}
