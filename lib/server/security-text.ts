import { env } from "./env";

/** RFC 9116 asks for an end; whoever runs this deployment a year from now answers again. */
const VALID_DAYS = 365;
const DAY_MS = 86_400_000;

/** /.well-known/security.txt: where somebody who found a hole writes to. */
export function securityText(): Response {
  const { AUTH_URL, SECURITY_CONTACT } = env();
  const { origin, hostname } = new URL(AUTH_URL);
  const tomorrow = Math.ceil(Date.now() / DAY_MS) * DAY_MS;
  const lines = [
    // RFC 2142 keeps this mailbox name for it.
    `Contact: ${SECURITY_CONTACT ?? `mailto:security@${hostname}`}`,
    `Expires: ${new Date(tomorrow + VALID_DAYS * DAY_MS).toISOString()}`,
    "Preferred-Languages: en",
    `Canonical: ${origin}/.well-known/security.txt`,
  ];
  return new Response(`${lines.join("\n")}\n`, { headers: { "content-type": "text/plain; charset=utf-8" } });
}
