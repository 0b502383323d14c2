import type { Context } from "@/db/context";

/** Callers remembered; the oldest are forgotten first. */
const REMEMBERED = 20_000;

export interface Acquaintance {
  organizationId: string;
  memberId: string;
}

declare global {
  // One a process, also when the bundler loads this module more than once: pages, routes and the front share it.
  var plumblineAcquaintances: Map<string, Acquaintance> | undefined;
}

/**
 * Whom a session or token turned out to be when it last got through, so that limits and the log can name the caller
 * without asking the database. Decides nothing: the verb's transaction reads the session anew every time.
 */
function acquaintances(): Map<string, Acquaintance> {
  globalThis.plumblineAcquaintances ??= new Map();
  return globalThis.plumblineAcquaintances;
}

export function acquaint(tokenHash: string, { organization, member }: Context): void {
  const known = acquaintances();
  if (known.get(tokenHash)?.memberId === member.id) return;
  const oldest = known.size >= REMEMBERED ? known.keys().next().value : undefined;
  if (oldest !== undefined) known.delete(oldest);
  known.set(tokenHash, { organizationId: organization.id, memberId: member.id });
}

export function acquaintance(tokenHash: string): Acquaintance | null {
  return acquaintances().get(tokenHash) ?? null;
}
