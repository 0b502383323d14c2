import { hashToken } from "@/db/writes/sessions";
import { acquaintance } from "../acquaintances";
import { sessionCookieName } from "../cookie";
import { type Limit, withinLimit } from "../limits";
import { isFile } from "./headers";
import { isApi } from "./rules";

/** API addresses outside the contracts that cost more than a look at memory. Contracts spend for themselves. */
const ANYBODYS = /^\/api\/(auth\/|v1\/openapi\.json$)/;

/**
 * What a page spends before anything reads its request: as somebody known, of their account and organisation; else of
 * the address they come from, which may be a whole office's. 0 is leave to enter, else the milliseconds to wait.
 */
export function leaveToEnter(asked: {
  path: string;
  address: string;
  cookie: string | undefined;
}): number | Promise<number> {
  const { path, address, cookie } = asked;
  if (isApi(path) ? !ANYBODYS.test(path) : isFile(path)) return 0;
  const known = isApi(path) ? null : acquaintedBy(cookie);
  return inTurn(
    known
      ? [
          ["callByAccount", known.memberId],
          ["callByOrganization", known.organizationId],
        ]
      : [["pageByAddress", address]],
  );
}

function acquaintedBy(cookie: string | undefined) {
  const name = `${sessionCookieName()}=`;
  const token = cookie
    ?.split(/;\s*/)
    .find((pair) => pair.startsWith(name))
    ?.slice(name.length);
  return token ? acquaintance(hashToken(token)) : null;
}

function inTurn([first, ...others]: [Limit, string][]): number | Promise<number> {
  if (!first) return 0;
  const wait = withinLimit(...first);
  if (typeof wait !== "number") return wait.then((ms) => (ms > 0 ? ms : inTurn(others)));
  return wait > 0 ? wait : inTurn(others);
}
