import { randomBytes } from "node:crypto";

/** No other site may frame us, guess our types, share our window or learn our addresses; no page needs a camera. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "x-frame-options": "DENY",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "strict-transport-security": "max-age=31536000; includeSubDomains",
};

const COMMON = "object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

/**
 * A page runs only the scripts that carry this answer's nonce, and what those load. Charts set style attributes,
 * which cannot carry one. A page kept by the service worker keeps the policy it came with.
 */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "worker-src 'self'",
    "form-action 'self'",
    COMMON,
  ].join("; ");
}

/** What is not a page: data runs nothing at all, a script or worker asks only here. */
export function policyFor(pathname: string): string {
  return pathname.startsWith("/api/")
    ? `default-src 'none'; form-action 'self'; ${COMMON}`
    : `default-src 'self'; ${COMMON}`;
}

/** Files of the build and of `public/`, as opposed to pages. */
export function isFile(pathname: string): boolean {
  return pathname.startsWith("/_next/") || /\.[a-z0-9]+$/i.test(pathname);
}

export function freshNonce(): string {
  return randomBytes(16).toString("base64");
}
