import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { isSecure } from "./cookie";
import { env } from "./env";

/** How the door hands next-auth the token of the link that is about to be sent. */
export const LINK_HEADER = "x-plumbline-link";

function cookieName(): string {
  return isSecure() ? "__Host-plumbline.link" : "plumbline.link";
}

export function drawLinkToken(): string {
  return randomBytes(32).toString("hex");
}

/** What the browser that asked keeps: nobody can make a link of it, and without it the link is worth nothing. */
export function linkCookie(token: string, seconds: number): string {
  const secure = isSecure() ? "; Secure" : "";
  return `${cookieName()}=${proof(token)}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`;
}

/** True in the browser that asked for this link. A mail that somebody else reads signs nobody in. */
export function isOwnLink(
  token: string | null,
  cookies: { get(name: string): { value: string } | undefined },
): boolean {
  const kept = Buffer.from(cookies.get(cookieName())?.value ?? "");
  const expected = Buffer.from(proof(token ?? ""));
  return kept.length === expected.length && timingSafeEqual(kept, expected);
}

function proof(token: string): string {
  return createHmac("sha256", env().AUTH_SECRET).update(`link ${token}`).digest("base64url");
}
