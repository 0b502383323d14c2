"use client";

import { useState, useSyncExternalStore } from "react";
import { scorecardContent } from "@/lib/contracts/scorecard-content";
import { applyChange, type Change } from "@/lib/domain/changes";
import { EMPTY_SCORECARD, type ScorecardContent } from "@/lib/domain/scorecard";

/** Where a card is kept between visits: the browser's own storage, or whatever a test brings. */
export type CardStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** A card that is kept on this device alone until it is handed in: practice, never an interview. */
export interface DeviceCard {
  read(): { content: ScorecardContent };
  subscribe(listener: () => void): () => void;
  change(change: Change): void;
  type(change: Change): void;
  settle(): void;
  /** Handed in: the device need not keep it any more. */
  forget(): void;
}

/** What cannot be read any more (an older version, a half-written value) begins empty. */
export function openDeviceCard(key: string, storage: CardStorage): DeviceCard {
  const listeners = new Set<() => void>();
  let state = { content: storedCard(key, storage) };
  const change = (one: Change) => {
    state = { content: applyChange(state.content, one) };
    try {
      storage.setItem(key, JSON.stringify(state.content));
    } catch {
      // A full or forbidden storage loses the draft on closing the tab, not the card on screen.
    }
    for (const listener of listeners) listener();
  };
  return {
    read: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change,
    type: change,
    settle: () => {},
    forget: () => storage.removeItem(key),
  };
}

function storedCard(key: string, storage: CardStorage): ScorecardContent {
  try {
    const parsed = scorecardContent.safeParse(JSON.parse(storage.getItem(key) ?? "null"));
    return parsed.success ? parsed.data : EMPTY_SCORECARD;
  } catch {
    return EMPTY_SCORECARD;
  }
}

/** On the server there is no device: nothing is kept and nothing found. */
const NOWHERE: CardStorage = { getItem: () => null, setItem: () => {}, removeItem: () => {} };
const EMPTY = { content: EMPTY_SCORECARD };

/** The card kept under `key` on this device; empty until the browser has spoken. */
export function useDeviceCard(key: string): { card: DeviceCard; content: ScorecardContent } {
  const [card] = useState(() =>
    openDeviceCard(key, typeof localStorage === "undefined" ? NOWHERE : localStorage),
  );
  const { content } = useSyncExternalStore(card.subscribe, card.read, () => EMPTY);
  return { card, content };
}
