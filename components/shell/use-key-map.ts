"use client";

import { useMemo } from "react";
import { deviceSetting, useDeviceSetting } from "./device-setting";
import { DEFAULT_KEYS, KEY_DEEDS, type KeyDeed, type KeyMap, keyMapOf } from "./key-map";

/** On this device, not on the account: keyboards differ from desk to desk. */
const chosenKeys = deviceSetting("plumbline.keys");

/** The keys of the scoring area as they are on this device. */
export function useKeyMap(): KeyMap {
  const kept = useDeviceSetting(chosenKeys);
  return useMemo(() => keyMapOf(kept), [kept]);
}

/** Gives a deed another key; only what differs from the default is kept. */
export function setKey(deed: KeyDeed, key: string): void {
  const map = { ...keyMapOf(chosenKeys.read()), [deed]: key };
  const changed = KEY_DEEDS.filter((one) => map[one] !== DEFAULT_KEYS[one]);
  const kept = Object.fromEntries(changed.map((one) => [one, map[one]]));
  chosenKeys.write(changed.length === 0 ? null : JSON.stringify(kept));
}

/** Every key as Plumbline brings it. */
export function resetKeys(): void {
  chosenKeys.write(null);
}
