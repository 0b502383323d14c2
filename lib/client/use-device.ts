"use client";

import { useEffect } from "react";
import type { Me } from "@/lib/contracts/members";
import { settleIn, unsentCards } from "./device";
import { forgetErased } from "./erased";
import { settleMember } from "./member";
import { openCard } from "./open-cards";

/** A page that stays open for days asks again, when somebody comes back to it, what it has to forget. */
const LOOK_AGAIN_MS = 60_000;

/** Makes this browser the member's own while a signed-in page is up, and sends what they left unsaved here. */
export function useDevice(me: Me): void {
  useEffect(() => {
    settleMember(me);
    // A browser that keeps nothing has nothing left over.
    void settle(me).catch(() => {});
    let lookedAt = Date.now();
    const look = () => {
      if (Date.now() - lookedAt < LOOK_AGAIN_MS) return;
      lookedAt = Date.now();
      void forget(me.memberId).catch(() => {});
    };
    window.addEventListener("online", look);
    window.addEventListener("focus", look);
    return () => {
      window.removeEventListener("online", look);
      window.removeEventListener("focus", look);
    };
  }, [me]);
}

async function settle(me: Me): Promise<void> {
  await settleIn(me);
  // First: what was erased must not be sent, nor shown.
  await forget(me.memberId).catch(() => {});
  const left = (await unsentCards(me.memberId)).filter(({ scorecardId }) => !openCard(scorecardId));
  if (left.length === 0) return;
  const { sendLeftovers } = await import("./leftovers");
  await sendLeftovers(left);
}

/** A page about somebody who was erased is left at once, with everything it holds in memory. */
async function forget(memberId: string): Promise<void> {
  if (await forgetErased(memberId)) window.location.assign("/interviews");
}
