import type { Outbox } from "./outbox-state";

/** What the state line may truthfully say. */
export const SAVE_STATES = [
  /** What this device still holds from before is being looked up. */
  "opening",
  "saved",
  /** Being entered, or on its way to this device's store. */
  "writing",
  "on-this-device",
  /** This browser keeps nothing: a change lives in this tab alone until it is saved. */
  "in-this-tab",
  "signed-out",
  "refused",
  "submitted",
] as const;
export type SaveState = (typeof SAVE_STATES)[number];

/** True while something made here is not known to be in the database. */
export function hasUnsaved(outbox: Outbox): boolean {
  return isWriting(outbox) || outbox.waiting.length > 0 || outbox.refused.length > 0 || outbox.unsure;
}

/** True while closing this tab would lose something: it is kept nowhere else. */
export function isOnlyHere(outbox: Outbox): boolean {
  return outbox.storage === "memory" ? hasUnsaved(outbox) : isWriting(outbox);
}

function isWriting({ typing, drafts }: Outbox): boolean {
  return drafts.length > 0 || Object.keys(typing).length > 0;
}

/** The worst thing that is true comes first. */
export function saveStateOf(outbox: Outbox): SaveState {
  if (outbox.signedOut && hasUnsaved(outbox)) return "signed-out";
  if (outbox.refused.length > 0) return "refused";
  if (hasUnsaved(outbox)) {
    if (outbox.storage === "memory") return "in-this-tab";
    return isWriting(outbox) ? "writing" : "on-this-device";
  }
  if (outbox.submittedAt !== null) return "submitted";
  return outbox.storage === "opening" ? "opening" : "saved";
}
