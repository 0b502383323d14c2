import { Agent, request } from "node:http";
import { quantile } from "@/lib/stats/quantile";

/** One save of one editor, of either app. */
export interface Shot {
  url: string;
  cookie: string;
  body: string;
}

/** What became of many saves. */
export interface Times {
  ms: number[];
  /** Every answer but 200, and every request without an answer. */
  errors: number;
}

export interface Spread {
  n: number;
  medianMs: number;
  p95Ms: number;
  p99Ms: number;
  errors: number;
}

/** Every editor sends its next save as soon as the one before is answered, for this long. */
export async function withoutPause(shots: readonly (() => Shot)[], forMs: number): Promise<Times> {
  const agent = new Agent({ keepAlive: true });
  const times: Times = { ms: [], errors: 0 };
  const until = performance.now() + forMs;
  await Promise.all(
    shots.map(async (next) => {
      while (performance.now() < until) await time(agent, next(), times, performance.now());
    }),
  );
  agent.destroy();
  return times;
}

/**
 * Every editor saves once in `everyMs`, each at its own moment of that span, whether or not the save before is answered:
 * a slow server meets a queue, and its time counts from the moment the save was due.
 */
export async function atAPace(
  shots: readonly (() => Shot)[],
  everyMs: number,
  rounds: number,
): Promise<Times> {
  const agent = new Agent({ keepAlive: true });
  const times: Times = { ms: [], errors: 0 };
  const begin = performance.now();
  const one = (next: () => Shot, due: number) =>
    new Promise<void>((resolve) => {
      setTimeout(() => void time(agent, next(), times, due).then(resolve), due - performance.now());
    });
  const due = (editor: number, round: number) => begin + (round + editor / shots.length) * everyMs;
  await Promise.all(
    shots.flatMap((next, editor) =>
      Array.from({ length: rounds }, (_, round) => one(next, due(editor, round))),
    ),
  );
  agent.destroy();
  return times;
}

export function spreadOf({ ms, errors }: Times): Spread {
  const sorted = ms.toSorted((a, b) => a - b);
  const at = (p: number) => quantile(sorted, p);
  return { n: ms.length, medianMs: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99), errors };
}

/** Milliseconds from `since` to the last byte; anything but 200 is an error, and its time is not counted as quick. */
function time(agent: Agent, { url, cookie, body }: Shot, times: Times, since: number): Promise<void> {
  return new Promise((resolve) => {
    const fail = () => {
      times.errors += 1;
      resolve();
    };
    const headers = { cookie, "content-type": "application/json", "content-length": Buffer.byteLength(body) };
    const asked = request(url, { method: "POST", agent, headers }, (response) => {
      response.resume();
      response.once("error", fail);
      response.once("end", () => {
        if (response.statusCode !== 200) return fail();
        times.ms.push(performance.now() - since);
        resolve();
      });
    });
    asked.once("error", fail);
    asked.end(body);
  });
}
