import { ensureBuilt } from "@/lib/commands/build/build";
import { everyPage, everyReading, everyView } from "./readings";
import { type HouseStreams, openStreams, toldBy } from "./streams";
import { type Reading, serveTwo, type TwoServers } from "./two-servers";
import { layOutPairs, thinkAgain } from "./worlds";

export interface Finding {
  requests: number;
  bytes: number;
  /** Bytes that differ for somebody who must not know; nothing is the only good answer. */
  differing: number;
  first: string | null;
  /** Readings that differ for the one who may know, of all she makes: else sameness proves nothing. */
  control: { differing: number; of: number };
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
  const servers = await serveTwo(worlds.left.url, worlds.right.url, "noninterference");
  const found: Finding = {
    requests: 0,
    bytes: 0,
    differing: 0,
    first: null,
    control: { differing: 0, of: 0 },
  };
  const streams: HouseStreams[] = [];
  try {
    for (const house of worlds.houses) streams.push(await openStreams(servers, house));
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
          await weigh(found, servers, reading, cookie, `house ${i}, ${name}`);
      }
      if (house.quiet) continue;
      for (const reading of readings) {
        const [a, b] = await servers.ask(reading, [house.sees.cookie, house.sees.cookie]);
        found.control.of += 1;
        if (a !== b) found.control.differing += 1;
      }
    }
    for (const [i, house] of worlds.houses.entries()) {
      if (house.quiet) continue;
      const sees = streams[i]?.sees;
      const before = sees?.heard.length ?? 0;
      await thinkAgain(worlds.left.url, house);
      // The one who may know hears of it, so the others had their time.
      await sees?.hears(before);
    }
  } finally {
    await servers.stop();
    for (const [i, { blind }] of streams.entries())
      for (const [name, sides] of Object.entries(blind)) {
        await Promise.all(sides.map(({ ended }) => ended));
        const [a, b] = sides.map(toldBy);
        found.requests += 2;
        count(found, [a ?? "", b ?? ""], `house ${i}, ${name}, live events`);
      }
    await worlds.end();
  }
  return found;
}

async function weigh(
  found: Finding,
  servers: TwoServers,
  reading: Reading,
  cookie: string,
  who: string,
): Promise<void> {
  let [a, b] = await servers.ask(reading, [cookie, cookie]);
  found.requests += 2;
  // What somebody must not know differs every time it is asked; what a crowded machine did last does not.
  for (let again = 1; a !== b && again < ASKED_AT_MOST; again += 1)
    [a, b] = await servers.ask(reading, [cookie, cookie]);
  count(found, [a, b], `${who}, ${reading.path}`);
}

/** Adds what differs between two answers. */
function count(found: Finding, [a, b]: readonly [string, string], where: string): void {
  found.bytes += a.length;
  if (a === b) return;
  const at = [...a].findIndex((character, i) => character !== b[i]);
  const differing =
    [...a].filter((character, i) => character !== b[i]).length + Math.max(0, b.length - a.length);
  found.differing += differing;
  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 80), at + 80));
  found.first ??= `${where}: ${differing} bytes, first at ${at}:\n  ${around(a)}\n  ${around(b)}`;
}
