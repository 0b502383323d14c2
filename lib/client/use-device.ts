"use client";

import { useEffect } from "react";
import type { Me } from "@/lib/contracts/members";
import { settleMember } from "./member";

/** A page that stays open for days asks again, when somebody comes back to it, what it has to forget. */
const LOOK_AGAIN_MS = 60_000;

/** Makes this browser the member's own while a signed-in page is up, and sends what they left unsaved here. */
export function useDevice(me: Me): void {
  useEffect(() => {
    settleMember(me);
    // Loaded after the page is up; a browser that keeps nothing has nothing left over.
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
  const [{ settleIn }, { sendLeftovers }] = await Promise.all([import("./device"), import("./leftovers")]);
  await settleIn(me);
  // First: what was erased must not be sent, nor shown.
  await forget(me.memberId).catch(() => {});
  await sendLeftovers(me.memberId);
}

/** A page about somebody who was erased is left at once, with everything it holds in memory. */
async function forget(memberId: string): Promise<void> {
  const { forgetErased } = await import("./leftovers");
  if (await forgetErased(memberId)) window.location.assign("/interviews");
}
