"use client";

import { deviceSetting, useDeviceSetting } from "./device-setting";

/** Kept on this device: shortcuts of one key can be switched off (WCAG 2.1.4). Absent means on. */
const singleKeys = deviceSetting("plumbline.shortcuts");

/** Switches shortcuts of one key on or off, in every tab of this browser. */
export function setSingleKeys(on: boolean): void {
  singleKeys.write(on ? null : "off");
}

/** Whether shortcuts of one key are on. */
export function useSingleKeys(): boolean {
  return useDeviceSetting(singleKeys) !== "off";
}

/** True while a key belongs to what is being typed, chosen or answered, not to the page. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest("[role=dialog], [role=menu]")) return true;
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || isTextInput(target);
}

function isTextInput(target: HTMLElement): boolean {
  return (
    target instanceof HTMLInputElement && !["radio", "checkbox", "button", "submit"].includes(target.type)
  );
}
