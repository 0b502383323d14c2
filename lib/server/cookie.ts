import { hashToken } from "@/db/writes/sessions";
import { env } from "./env";

/** How long a session lives without signing in again. */
export function sessionSeconds(): number {
  return env().SESSION_DAYS * 24 * 3600;
}

/** next-auth's own name for the cookie; the prefix makes browsers refuse it over plain HTTP. */
export function sessionCookieName(): string {
  return isSecure() ? "__Secure-authjs.session-token" : "authjs.session-token";
}

export function isSecure(): boolean {
  return new URL(env().AUTH_URL).protocol === "https:";
}

/** The hash of the session cookie, or null without one. */
export function tokenHashOf(cookies: { get(name: string): { value: string } | undefined }): string | null {
  const token = cookies.get(sessionCookieName())?.value;
  return token ? hashToken(token) : null;
}
