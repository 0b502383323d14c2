import { isLane, tell } from "./lane";

/** Of work, without its rests: some ten times what a small house's file takes, so that a busy server makes none of those long. */
export const LONG_FILE_MS = 500;
/** Whoever made a long file makes more of them: a recruiter takes every format, a script goes from opening to opening. */
const LONG_FOR_MS = 600_000;

declare global {
  // One a process, also when the bundler loads this module more than once: files are made in routes, requests steered before.
  var plumblineLongFiles: Map<string, number> | undefined;
}

function latest(): Map<string, number> {
  globalThis.plumblineLongFiles ??= new Map();
  return globalThis.plumblineLongFiles;
}

/** A file of this organisation is long. A lane tells the process it belongs to. */
export function noteLongFile(organizationId: string, now: number): void {
  if (isLane()) tell({ longFileOf: organizationId });
  else latest().set(organizationId, now);
}

/** Whether it made a long file within the last ten minutes. */
export function makesLongFiles(organizationId: string, now: number): boolean {
  const at = latest().get(organizationId);
  if (at === undefined) return false;
  if (now - at < LONG_FOR_MS) return true;
  latest().delete(organizationId);
  return false;
}
