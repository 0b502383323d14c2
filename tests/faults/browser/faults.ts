import type { Random } from "@/lib/stats/random";
import { asOwner, endConnections } from "./records";
import type { Sitting } from "./sitting";
import type { Stage } from "./stage";

/** One thing that goes wrong while somebody scores, and comes right again. */
export interface Fault {
  name: string;
  /** Of two faults the deeper is mended first: a server does not start without its database. */
  depth: "database" | "server" | "browser";
  begin(stage: Stage, sitting: Sitting, random: Random): Promise<unknown>;
  mend(stage: Stage, sitting: Sitting): Promise<unknown>;
}

const OPERATIONS = "**/operations";
const nothing = async () => {};
const HOUR = 3_600_000;

/** What chaos draws pairs from: every kind of fault of faults.md that needs no stage of its own. */
export const FAULTS: readonly Fault[] = [
  {
    name: "no network",
    depth: "browser",
    begin: (_, { context }) => context.setOffline(true),
    mend: (_, { context }) => context.setOffline(false),
  },
  {
    name: "replies lost after the commit",
    depth: "browser",
    begin: (_, { page }) =>
      page.route(OPERATIONS, async (route) => {
        await route.fetch().catch(() => {});
        await route.abort().catch(() => {});
      }),
    mend: (_, { page }) => page.unroute(OPERATIONS),
  },
  {
    name: "every request three times",
    depth: "browser",
    begin: (_, { page }) =>
      page.route(OPERATIONS, async (route) => {
        try {
          await route.fetch();
          await route.fetch();
          await route.fulfill({ response: await route.fetch() });
        } catch {
          await route.abort().catch(() => {});
        }
      }),
    mend: (_, { page }) => page.unroute(OPERATIONS),
  },
  {
    name: "reload",
    depth: "browser",
    // With the network gone there is nothing to reload from: the worker is kept out of these browsers.
    begin: async (_, { page }) => {
      await page.evaluate(() => window.dispatchEvent(new Event("pagehide")));
    },
    mend: async (_, { page }) => page.reload(),
  },
  {
    name: "the app server killed",
    depth: "server",
    begin: async ({ product }, _, random) => {
      for (let turns = Math.floor(random() * 2_000); turns > 0; turns -= 1) await new Promise(setImmediate);
      await product.kill();
    },
    mend: ({ product }) => product.revive(),
  },
  {
    name: "the app server restarted",
    depth: "server",
    begin: nothing,
    mend: ({ product }) => product.restart(),
  },
  {
    name: "the server's clock jumps",
    depth: "server",
    begin: async (stage, _, random) => stage.shiftServerClock(Math.round((random() - 0.5) * 8 * HOUR)),
    mend: async (stage) => stage.shiftServerClock(0),
  },
  {
    name: "PostgreSQL crashes",
    depth: "database",
    begin: ({ records }) => records.kill(),
    mend: ({ records }) => records.start(),
  },
  {
    name: "connections ended",
    depth: "database",
    begin: (stage) => endConnections(stage),
    mend: nothing,
  },
  {
    name: "the database cannot be reached",
    depth: "database",
    begin: async ({ pipe }) => pipe.close(),
    mend: async ({ pipe }) => pipe.open(),
  },
  {
    name: "the database takes no writes",
    depth: "database",
    begin: async (stage) => {
      await readOnly(stage, true);
      await endConnections(stage);
    },
    mend: async (stage) => {
      await readOnly(stage, false);
      await endConnections(stage);
    },
  },
];

function readOnly(stage: Stage, on: boolean) {
  return asOwner(stage, async (owner) => {
    await owner`set default_transaction_read_only = off`;
    const [here] = await owner<{ name: string }[]>`select current_database() as name`;
    await owner`alter database ${owner(here?.name ?? "")} set default_transaction_read_only = ${owner.unsafe(on ? "on" : "off")}`;
  });
}

const DEPTHS: readonly Fault["depth"][] = ["database", "server", "browser"];

/** Two faults at once while somebody goes on scoring; both are mended, and everything is saved. */
export async function playPair(
  stage: Stage,
  sitting: Sitting,
  pair: readonly Fault[],
  random: Random,
): Promise<void> {
  const { author } = sitting;
  // From the outside in: a database that is gone cannot be told anything more.
  const inwards = pair.toSorted((a, b) => DEPTHS.indexOf(b.depth) - DEPTHS.indexOf(a.depth));
  await author.anything(random);
  for (const fault of inwards) {
    await fault.begin(stage, sitting, random);
    await author.anything(random);
    await author.anything(random);
  }
  for (const fault of inwards.toReversed()) {
    await fault.mend(stage, sitting);
    await author.anything(random);
  }
  await author.isTold("Saved", 30_000);
}

/** Two different faults that can happen to one page at once. */
export function drawPair(random: Random): [Fault, Fault] {
  for (;;) {
    const [one, other] = [random(), random()].map((chance) => FAULTS[Math.floor(chance * FAULTS.length)]);
    if (one && other && canMeet(one, other)) return [one, other];
  }
}

/** A server that is down cannot go down again, a page without a network cannot be loaded, a request is caught once. */
function canMeet(one: Fault, other: Fault): boolean {
  if (one === other || (one.depth === other.depth && one.depth !== "browser")) return false;
  const names = [one.name, other.name];
  const caught = names.filter((name) => /request|replies/.test(name));
  return caught.length < 2 && !(names.includes("reload") && names.includes("no network"));
}
