import { ensureBuilt } from "@/lib/commands/build/build";
import { type Product, serveProduct } from "../../support/server";
import { type Heard, send } from "../../support/wire";
import { withoutMoment } from "./flight";
import { everyPage, everyReading, everyView } from "./readings";
import { layOutPairs } from "./worlds";

export interface Finding {
  requests: number;
  bytes: number;
  /** Bytes that differ for somebody who must not know; nothing is the only good answer. */
  differing: number;
  first: string | null;
  /** Readings that differ for the one who may know, of all she makes: else sameness proves nothing. */
  control: { differing: number; of: number };
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

/** All of it in every pair would take the gate's time: each pair reads the next few, and the pairs together all of them. */
const READINGS_A_PAIR = 18;
const VIEWS_A_PAIR = 4;
const PAGES_A_PAIR = 2;

/** Where two answers differ both are asked again, so often in all. */
const ASKED_AT_MOST = 4;

const turn = <T>(all: readonly T[], i: number, count: number): T[] =>
  Array.from({ length: Math.min(count, all.length) }, (_, n) => all[(i * count + n) % all.length] as T);

/** Reads two worlds as everybody who must not know what they differ in, and counts the bytes that differ. */
export async function compareWorlds(options: {
  pairs: number;
  seed: number;
  /** Every view and page in every pair, instead of by turns. */
  everything: boolean;
}): Promise<Finding> {
  await ensureBuilt(console.log);
  const worlds = await layOutPairs(options.pairs, options.seed);
  const clock = {
    PLUMBLINE_CLOCK_STANDS: String(Date.now()),
    NODE_OPTIONS: `--import ${new URL("../../support/shifted-clock.mjs", import.meta.url).href}`,
  };
  const left = await serveProduct(worlds.left.url, "noninterference-left", clock);
  const right = await serveProduct(worlds.right.url, "noninterference-right", clock);
  const found: Finding = {
    requests: 0,
    bytes: 0,
    differing: 0,
    first: null,
    control: { differing: 0, of: 0 },
  };
  try {
    for (const [i, house] of worlds.houses.entries()) {
      const take = <T>(all: T[], count: number) => (options.everything ? all : turn(all, i, count));
      const readings = take(everyReading(house), READINGS_A_PAIR).map((path) => ({ path }));
      const views = take(everyView(house), VIEWS_A_PAIR).map((path) => ({ path }));
      // A page as the browser first asks for it, and as the router does afterwards.
      const pages = take(
        everyPage(house).flatMap((path) => [{ path }, { path, headers: { rsc: "1" } }]),
        PAGES_A_PAIR,
      );
      for (const [name, { cookie }] of Object.entries(house.blind)) {
        for (const reading of [...readings, ...views, ...pages])
          await weigh(found, [left, right], reading, cookie, `house ${i}, ${name}`);
      }
      if (house.quiet) continue;
      for (const reading of readings) {
        const [a, b] = await both([left, right], reading, house.sees.cookie);
        found.control.of += 1;
        if (a !== b) found.control.differing += 1;
      }
    }
  } finally {
    await left.stop();
    await right.stop();
    await worlds.end();
  }
  return found;
}

interface Reading {
  path: string;
  headers?: Record<string, string>;
}

async function both(
  worlds: readonly [Product, Product],
  { path, headers = {} }: Reading,
  cookie: string,
): Promise<[string, string]> {
  const [left, right] = await Promise.all(
    worlds.map(async ({ address }) => {
      const sent = { headers: { cookie, ...headers } };
      let heard = await send(address, path, sent);
      // Next sends a request for a page's data on to the address that names its headers.
      const { location } = heard.headers;
      if (headers.rsc && location && /_rsc=/.test(location)) heard = await send(address, location, sent);
      return said(heard, address);
    }),
  );
  if (left === undefined || right === undefined) throw new Error("Two worlds give two answers");
  return [left, right];
}

async function weigh(
  found: Finding,
  worlds: readonly [Product, Product],
  reading: Reading,
  cookie: string,
  who: string,
): Promise<void> {
  let [a, b] = await both(worlds, reading, cookie);
  found.requests += 2;
  found.bytes += a.length;
  // What somebody must not know differs every time it is asked; what a crowded machine did last does not.
  for (let again = 1; a !== b && again < ASKED_AT_MOST; again += 1)
    [a, b] = await both(worlds, reading, cookie);
  if (a === b) return;
  const at = [...a].findIndex((character, i) => character !== b[i]);
  const differing =
    [...a].filter((character, i) => character !== b[i]).length + Math.max(0, b.length - a.length);
  found.differing += differing;
  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 80), at + 80));
  found.first ??= `${who}, ${reading.path}: ${differing} bytes, first at ${at}:\n  ${around(a)}\n  ${around(b)}`;
}
