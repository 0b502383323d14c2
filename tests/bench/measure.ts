import { Agent, request } from "node:http";
import { quantile } from "@/lib/stats/quantile";

/** One connection kept open: what is measured is the answer, never the handshake. */
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

export interface Shot {
  url: string;
  method: "GET" | "POST";
  cookie?: string;
  body?: string;
}

/** One of ours beside the bare one it is compared with. Each call of `shot` is one more request. */
export interface Pair {
  name: string;
  bareName: string;
  ours: () => Shot;
  bare: () => Shot;
}

export interface Figure {
  name: string;
  bareName: string;
  /** Requests of each of the two. */
  n: number;
  medianMs: number;
  p95Ms: number;
  p99Ms: number;
  bareMedianMs: number;
  bareP95Ms: number;
  bareP99Ms: number;
  ratioOfMedians: number;
  ratioOfP99s: number;
}

const WARM_UP = 40;
const ROUNDS_MAX = 400;
/** A slow machine gives fewer rounds, never a longer bench. */
const TIME_MAX_MS = 20_000;

/** Bare, ours, bare, ours: whatever else the machine does falls on both alike. */
export async function measure({ name, bareName, ours, bare }: Pair): Promise<Figure> {
  const [ourTimes, bareTimes]: [number[], number[]] = [[], []];
  const deadline = performance.now() + TIME_MAX_MS;
  for (let round = -WARM_UP; round < ROUNDS_MAX && performance.now() < deadline; round += 1) {
    const [bareMs, ourMs] = [await timed(bare()), await timed(ours())];
    if (round < 0) continue;
    bareTimes.push(bareMs);
    ourTimes.push(ourMs);
  }
  if (ourTimes.length === 0) throw new Error(`${name}: no round fitted into ${TIME_MAX_MS} ms`);
  const at = (times: number[], p: number) =>
    quantile(
      times.toSorted((a, b) => a - b),
      p,
    );
  const [medianMs, p95Ms, p99Ms] = [at(ourTimes, 0.5), at(ourTimes, 0.95), at(ourTimes, 0.99)];
  const [bareMedianMs, bareP95Ms, bareP99Ms] = [at(bareTimes, 0.5), at(bareTimes, 0.95), at(bareTimes, 0.99)];
  return {
    name,
    bareName,
    n: ourTimes.length,
    medianMs,
    p95Ms,
    p99Ms,
    bareMedianMs,
    bareP95Ms,
    bareP99Ms,
    ratioOfMedians: medianMs / bareMedianMs,
    ratioOfP99s: p99Ms / bareP99Ms,
  };
}

/** Milliseconds from asking to the last byte. Anything but 200 ends the bench: a refusal is quick and proves nothing. */
function timed({ url, method, cookie, body }: Shot): Promise<number> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const headers = {
      ...(cookie === undefined ? {} : { cookie }),
      ...(body === undefined
        ? {}
        : { "content-type": "application/json", "content-length": Buffer.byteLength(body) }),
    };
    const asked = request(url, { method, agent, headers }, (response) => {
      response.resume();
      response.once("end", () => {
        if (response.statusCode === 200) resolve(performance.now() - began);
        else reject(new Error(`${method} ${url} answered ${response.statusCode}`));
      });
    });
    asked.once("error", reject);
    asked.end(body);
  });
}

/** Lets the process end: an open connection would keep it. */
export function closeConnections(): void {
  agent.destroy();
}
