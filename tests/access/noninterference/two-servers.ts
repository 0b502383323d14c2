import { type Product, serveProduct } from "../../support/server";
import { type Heard, send } from "../../support/wire";
import { withoutMoment } from "./flight";

/** One thing to ask of a server. */
export interface Reading {
  path: string;
  headers?: Record<string, string>;
}

/** The production server in front of two databases, on one clock that stands still. */
export interface TwoServers {
  /** The same asked of both, each by its own session: everything they say that a reader could tell apart. */
  ask(reading: Reading, cookies: readonly [string, string]): Promise<[string, string]>;
  addresses: readonly [string, string];
  stop(): Promise<void>;
}

export async function serveTwo(leftUrl: string, rightUrl: string, name: string): Promise<TwoServers> {
  const clock = {
    PLUMBLINE_CLOCK_STANDS: String(Date.now()),
    NODE_OPTIONS: `--import ${new URL("../../support/shifted-clock.mjs", import.meta.url).href}`,
  };
  const left = await serveProduct(leftUrl, `${name}-left`, clock);
  const right = await serveProduct(rightUrl, `${name}-right`, clock);
  return {
    ask: ({ path, headers = {} }, [first, second]) =>
      Promise.all([
        answerOf(left, path, { cookie: first, ...headers }),
        answerOf(right, path, { cookie: second, ...headers }),
      ]),
    addresses: [left.address, right.address],
    async stop() {
      await left.stop();
      await right.stop();
    },
  };
}

async function answerOf(
  { address }: Product,
  path: string,
  headers: Record<string, string>,
): Promise<string> {
  let heard = await send(address, path, { headers });
  // Next sends a request for a page's data on to the address that names its headers.
  const { location } = heard.headers;
  if (headers.rsc && location && /_rsc=/.test(location)) heard = await send(address, location, { headers });
  return said(heard, address);
}

/** Of each answer its own: when it was given, its id and its nonce; its server's address is left out of its words too. */
const OWN_HEADERS = ["date", "x-request-id", "content-security-policy", "link"];

const MADE_AT = /\\?"(?:computedAt|exportedAt|at)\\?":\s*\\?"[^"\\]+\\?"/g;

function said({ status, headers, text }: Heard, address: string): string {
  const nonce = /'nonce-([^']+)'/.exec(headers["content-security-policy"] ?? "")?.[1];
  const kept = Object.entries(headers).filter(([name]) => !OWN_HEADERS.includes(name));
  // The servers share a clock that stands still; what the database dates is each world's own moment.
  const own = new RegExp(`(?:localhost|127\\.0\\.0\\.1):${new URL(address).port}`, "g");
  const body = text
    .replaceAll(headers["x-request-id"] ?? "\0", "")
    .replace(MADE_AT, "")
    .replace(own, "here");
  const steady = withoutMoment(
    nonce ? body.replaceAll(nonce, "n".repeat(nonce.length)) : body,
    headers["content-type"] ?? "",
  );
  return `${status}\n${JSON.stringify(kept.sort())}\n${steady}`;
}
