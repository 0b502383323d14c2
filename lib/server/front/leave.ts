import type { IncomingHttpHeaders } from "node:http";
import { hashToken } from "@/db/writes/sessions";
import { readToken } from "@/lib/services/tokens/token-text";
import { type Acquaintance, acquaintance } from "../acquaintances";
import { sessionCookieName } from "../cookie";
import { type Limit, withinLimit } from "../limits";
import { isFile } from "./headers";
import { isApi } from "./rules";

/** API addresses outside the contracts that cost more than a look at memory. Contracts spend for themselves. */
const ANYBODYS = /^\/api\/(auth\/|v1\/openapi\.json$)/;

/** Whether this server is alive and can work: answered at once, whoever asks. */
const PROBES = new Set(["/api/health", "/api/ready"]);

/**
 * What a page spends before anything reads its request: as somebody known, of their account and organisation; else of
 * the address they come from, which may be a whole office's. 0 is leave to enter, else the milliseconds to wait.
 */
export function leaveToEnter(asked: {
  path: string;
  address: string;
  whose: Acquaintance | null;
}): number | Promise<number> {
  const { path, address, whose } = asked;
  if (isApi(path) ? !ANYBODYS.test(path) : isFile(path)) return 0;
  const known = isApi(path) ? null : whose;
  return inTurn(
    known
      ? [
          ["callByAccount", known.memberId],
          ["callByOrganization", known.organizationId],
        ]
      : [["pageByAddress", address]],
  );
}

/** Whom the token or session of a request turned out to be when it last got through. Pages look at sessions alone. */
export function knownBehind(
  path: string,
  { authorization, cookie }: IncomingHttpHeaders,
): Acquaintance | null {
  if (isFile(path) || PROBES.has(path)) return null;
  if (authorization !== undefined && isApi(path)) {
    const token = readToken(authorization.replace(/^Bearer /, ""));
    return token && acquaintance(token.hash);
  }
  const name = `${sessionCookieName()}=`;
  const session = cookie
    ?.split(/;\s*/)
    .find((pair) => pair.startsWith(name))
    ?.slice(name.length);
  return session ? acquaintance(hashToken(session)) : null;
}

function inTurn([first, ...others]: [Limit, string][]): number | Promise<number> {
  if (!first) return 0;
  const wait = withinLimit(...first);
  if (typeof wait !== "number") return wait.then((ms) => (ms > 0 ? ms : inTurn(others)));
  return wait > 0 ? wait : inTurn(others);
}
