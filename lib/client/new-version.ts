"use client";

import { useSyncExternalStore } from "react";

/** The build this page was made by; absent outside a production build. */
const OWN_BUILD = process.env.PLUMBLINE_BUILD;
/** How every answer of the API names the build that gave it. */
export const BUILD_HEADER = "x-plumbline-build";

let newer = false;
const listeners = new Set<() => void>();

/** Every answer is looked at: no request is made for this alone. */
export function hearBuild(build: string | null): void {
  if (newer || !OWN_BUILD || build === null || build === OWN_BUILD) return;
  newer = true;
  for (const listener of listeners) listener();
}

/** Whether an answer was given by the build that this page was made by too; never outside a production build. */
export function isOwnBuild(build: string | null): boolean {
  return OWN_BUILD !== undefined && OWN_BUILD !== "" && build === OWN_BUILD;
}

/** True once another build than this page's has answered: what this page has not loaded by now may be gone. */
export const isReplaced = (): boolean => newer;

/** True once the server has been replaced by another build than this page's. The page goes on working. */
export function useNewVersion(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    isReplaced,
    () => false,
  );
}
