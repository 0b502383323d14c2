import { Agent } from "node:http";
import { DIMENSIONS, marksOf } from "@/lib/domain/scale";
import { tab } from "../../support/operations";
import { ask } from "./ask";
import { count, type Tally } from "./tally";

/** Every client of the loud house, with a session of its own. */
export interface FloodPlan {
  reads: { kind: string; path: string; cookie: string }[];
  saves: { path: string; cookie: string }[];
  rubricVersionId: string;
}

export type Order = { plan: FloodPlan; address: string } | "start" | "stop";

/**
 * A process of its own, so that the many clients take nothing from whoever measures the one. Each asks again as soon as
 * it is answered, whatever the answer was; a change is sent until it is saved, as a browser would.
 */
let clients: (() => Promise<void>)[] = [];
let going = false;
let agent = new Agent();
let tally: Tally = {};
let ended: Promise<unknown> = Promise.resolve();

process.on("message", (order: Order) => {
  if (order === "start") {
    going = true;
    tally = {};
    agent = new Agent({ keepAlive: true });
    ended = Promise.all(clients.map((client) => client()));
  } else if (order === "stop") {
    going = false;
    agent.destroy();
    void ended.then(() => process.send?.(tally));
  } else clients = clientsOf(order);
});
process.once("disconnect", () => process.exit(0));

function clientsOf({ plan, address }: Exclude<Order, string>): (() => Promise<void>)[] {
  const reading = plan.reads.map(({ kind, path, cookie }) => async () => {
    while (going)
      count(tally, kind, (await ask(agent, { url: `${address}${path}`, method: "GET", cookie })).status);
  });
  const saving = plan.saves.map(({ path, cookie }) => {
    const make = tab(plan.rubricVersionId);
    let saves = 0;
    const next = () => {
      const dimension = DIMENSIONS[saves % DIMENSIONS.length] ?? "ownership";
      const mark = marksOf(dimension)[saves % 5] ?? 1;
      saves += 1;
      return JSON.stringify({
        operations: [make({ field: "rating", dimension, value: { state: "observed", mark } })],
      });
    };
    let body = next();
    return async () => {
      while (going) {
        const { status } = await ask(agent, { url: `${address}${path}`, method: "POST", cookie, body });
        count(tally, "save", status);
        if (status === 200) body = next();
      }
    };
  });
  return [...reading, ...saving];
}
