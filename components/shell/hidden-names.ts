"use client";

import { useEffect } from "react";
import { deviceSetting, useDeviceSetting } from "./device-setting";
import { NAMES_KEY } from "./names-mark";

/** For a shared screen: names are blurred to the eye; a screen reader and the keyboard find them as before. */
const hiddenNames = deviceSetting(NAMES_KEY);

/** Whether names are blurred on this device. */
export function useHiddenNames(): boolean {
  return useDeviceSetting(hiddenNames) === "hidden";
}

export function setHiddenNames(hidden: boolean): void {
  hiddenNames.write(hidden ? "hidden" : null);
}

/** Marks the document, so that everything with `data-name` is blurred (app/styles/base.css). */
export function useHiddenNamesMark(): void {
  const hidden = useHiddenNames();
  useEffect(() => {
    if (hidden) document.documentElement.dataset.names = "hidden";
    else delete document.documentElement.dataset.names;
  }, [hidden]);
}
