import type { RunningWorld } from "../e2e/world";

/** next-auth's own name for the cookie over plain HTTP. */
const SESSION_COOKIE = "authjs.session-token";

/** What a browser that has signed in holds: the value is the world's `startSession`. */
export function sessionCookie(world: Pick<RunningWorld, "address">, value: string) {
  return { name: SESSION_COOKIE, value, url: world.address, httpOnly: true, sameSite: "Lax" as const };
}
