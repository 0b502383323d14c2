import { isLane, tell } from "./lane";

/** Whoever made a long file makes more of them: a recruiter takes every format, a script comes by the hour. */
const LONG_FOR_MS = 3_600_000;

declare global {
  // One a process, also when the bundler loads this module more than once: files are made in routes, requests steered before.
  var plumblineLongFiles: Map<string, number> | undefined;
}

function latest(): Map<string, number> {
  globalThis.plumblineLongFiles ??= new Map();
  return globalThis.plumblineLongFiles;
}

/** A file of this organisation takes more than its share. A lane tells the process it belongs to. */
export function noteLongFile(organizationId: string, now: number): void {
  if (isLane()) tell({ longFileOf: organizationId });
  else latest().set(organizationId, now);
}

/** Whether it made a file that took more than its share, within the hour. */
export function makesLongFiles(organizationId: string, now: number): boolean {
  const at = latest().get(organizationId);
  if (at === undefined) return false;
  if (now - at < LONG_FOR_MS) return true;
  latest().delete(organizationId);
  return false;
}
