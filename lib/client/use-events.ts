"use client";

import { useEffect, useEffectEvent } from "react";
import { API_ROOT } from "@/lib/contracts/contract";
import { type LiveEvent, listenContract } from "@/lib/contracts/events";
import { addressOf } from "./api";
import { followLive } from "./live";

/** Several changes of one moment make one refresh. */
const GATHER_MS = 150;

export interface EventsOptions {
  /** Where the page's data stands: the `asOf` of its answer, so that nothing in between is missed. */
  since: number;
  /** Which changes concern the page; all when left out. A "reset" always does. */
  about?: (event: LiveEvent) => boolean;
  /** Ask your own address again, with the latest event of the moment. */
  onChange: (event: LiveEvent) => void;
}

/**
 * Calls back within a second of a change somewhere else: a submission, an amendment, an import, a reminder. The event
 * says where, never what. Closed while nobody looks at the page: a browser grants a site six connections in all.
 * @example useEvents({ since: listing.asOf, about: (event) => event.openingId === openingId, onChange: () => router.refresh() })
 */
export function useEvents({ since, about, onChange }: EventsOptions): void {
  const concerns = useEffectEvent((event: LiveEvent) => event.kind === "reset" || (about?.(event) ?? true));
  const changed = useEffectEvent((event: LiveEvent) => onChange(event));
  const start = useEffectEvent(() => since);
  useEffect(() => {
    let gathering: ReturnType<typeof setTimeout> | null = null;
    let latest: LiveEvent | null = null;
    const gathered = () => {
      gathering = null;
      if (latest) changed(latest);
    };
    const live = followLive(
      start(),
      (event) => {
        if (!concerns(event)) return;
        latest = event;
        gathering ??= setTimeout(gathered, GATHER_MS);
      },
      (from) => new EventSource(`${API_ROOT}${addressOf(listenContract, { since: from }).url}`),
    );
    const look = () => (document.visibilityState === "visible" ? live.resume() : live.pause());
    look();
    document.addEventListener("visibilitychange", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      if (gathering !== null) clearTimeout(gathering);
      live.pause();
    };
  }, []);
}
