import { createHash } from "node:crypto";
import { ensureLogin, RUNTIME_LOGIN, runtimeUrl } from "./migrate";

/**
 * The app's own way in, for the demo and the tests. Its password follows from the owner's by a one-way hash, so that
 * several commands on one server agree without keeping anything. A production server is given a password of its own.
 */
export function derivedRuntimeUrl(ownerUrl: string): string {
  return runtimeUrl(ownerUrl, derivedPassword(ownerUrl));
}

/** Opens that way in: once after migrating, and never from two processes at the same moment. */
export async function openRuntimeLogin(ownerUrl: string): Promise<string> {
  await ensureLogin(ownerUrl, derivedPassword(ownerUrl));
  return derivedRuntimeUrl(ownerUrl);
}

function derivedPassword(ownerUrl: string): string {
  const { username, password } = new URL(ownerUrl);
  return createHash("sha256").update(`${RUNTIME_LOGIN}:${username}:${password}`).digest("hex");
}
