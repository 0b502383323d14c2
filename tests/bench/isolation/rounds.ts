import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { Agent } from "node:http";
import { setPriority } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { seededRandom } from "@/lib/stats/random";
import { ask } from "./ask";
import type { FloodPlan, Order } from "./flood";
import type { Asks } from "./houses";
import type { Tally } from "./tally";

/** Of a small house with several people at work; a person at full speed saves twice a second. */
const EVERY_MS = { list: 450, compare: 450, save: 300, file: 3_000 };
const SEED = 20261128;
/** Until a load is at its height, and until what it left under way is over. */
export const SETTLE_MS = 2_000;
/** The lowest there is: in life the clients of others are on other machines. */
const LEAST_PRIORITY = 19;

export type Kind = keyof Asks;
export const KINDS: readonly Kind[] = ["list", "compare", "save", "file"];
/** What one house at a human pace met in one round. */
export type Met = Record<Kind, { ms: number[]; refused: number }>;

export interface Flood {
  /** Asks without end while `work` goes on. Answers what became of it all. */
  during(work: () => Promise<void>): Promise<Tally>;
  stop(): Promise<void>;
}

export function startFlood(plan: FloodPlan, address: string): Flood {
  const child = fork(new URL("./flood.ts", import.meta.url));
  if (child.pid) setPriority(child.pid, LEAST_PRIORITY);
  const order = (what: Order) => child.send(what);
  order({ plan, address });
  return {
    during: async (work) => {
      order("start");
      await work();
      order("stop");
      const [tally] = await once(child, "message");
      await pause(SETTLE_MS);
      return tally as Tally;
    },
    stop: () => ended(child),
  };
}

async function ended(child: ChildProcess): Promise<void> {
  const gone = once(child, "exit");
  child.disconnect();
  await gone;
}

/** Everybody of the quiet house at their pace, each request at its moment whether or not those before are answered. */
export async function atHumanPace(asks: Asks, forMs: number, round: number): Promise<Met> {
  const agent = new Agent({ keepAlive: true });
  const met: Met = {
    list: { ms: [], refused: 0 },
    compare: { ms: [], refused: 0 },
    save: { ms: [], refused: 0 },
    file: { ms: [], refused: 0 },
  };
  const chance = seededRandom(SEED + round);
  await Promise.all(
    KINDS.flatMap((kind) =>
      Array.from({ length: Math.floor(forMs / EVERY_MS[kind]) }, async (_, turn) => {
        await pause((turn + chance()) * EVERY_MS[kind]);
        const { status, ms } = await ask(agent, asks[kind]());
        if (status === 200) met[kind].ms.push(ms);
        else met[kind].refused += 1;
      }),
    ),
  );
  agent.destroy();
  return met;
}
