import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { addressOf } from "@/lib/client/api";
import { compareCandidatesContract, listCandidatesContract } from "@/lib/contracts/candidates";
import { API_ROOT, type Contract } from "@/lib/contracts/contract";
import { exportOpeningContract } from "@/lib/contracts/exports";
import { getHeatmapContract } from "@/lib/contracts/heatmap";
import { DIMENSIONS } from "@/lib/domain/scale";
import { quantile } from "@/lib/stats/quantile";
import type { Exported, Timed } from "./report";

/** One connection kept open: what is measured is the answer, never the handshake. */
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const WARM_UP = 8;
const ROUNDS = 60;
/** Rounds that compute everything anew: each is dear, and they are alike. */
const FRESH_ROUNDS = 20;
/** A slow machine gives fewer rounds, never a longer bench. */
const TIME_MAX_MS = 40_000;
/** Every page stands in the same frame; this one reads nothing else. */
export const BARE_PAGE = "/settings";
const RSS_EVERY_MS = 100;

export interface Visit {
  address: string;
  cookie: string;
}

const apiUrl = (contract: Contract, input: Record<string, unknown>) =>
  `${API_ROOT}${addressOf(contract, input).url}`;

/** Who looks, and at what of the seeded organisation. */
export interface Looks {
  /** Compares without a seat: for them figures are kept from one look to the next. */
  recruiter: Visit;
  /** Compares and is still to score a candidate of the same opening: nothing is kept for them. */
  seated: Visit;
  openingId: string;
  applicationIds: readonly string[];
  /** Makes what was kept of the opening out of date, as a submission does. */
  change: () => Promise<void>;
}

/** List, comparison and heatmap, each in turn with the bare page: again and again, freshly changed, with an open seat. */
export async function timeAll(looks: Looks, say: (line: string) => void): Promise<Timed[]> {
  const { openingId, recruiter, seated, change } = looks;
  const applications = looks.applicationIds.join(",");
  const list = apiUrl(listCandidatesContract, { openingId });
  const compare = apiUrl(compareCandidatesContract, { applications });
  const heatmap = apiUrl(getHeatmapContract, { openingId });
  const nothing = async () => {};
  const things: [string, string, Visit, () => Promise<void>][] = [
    ["list API", list, recruiter, nothing],
    ["list page", `/candidates?opening=${openingId}`, recruiter, nothing],
    ["compare API", compare, recruiter, nothing],
    ["compare page", `/compare?applications=${applications}`, recruiter, nothing],
    ["heatmap API", heatmap, recruiter, nothing],
    ["heatmap page", `/candidates?opening=${openingId}&view=heatmap`, recruiter, nothing],
    ["list API, just changed", list, recruiter, change],
    ["compare API, just changed", compare, recruiter, change],
    ["heatmap API, just changed", heatmap, recruiter, change],
    ["list API, own seat open", list, seated, nothing],
    ["compare API, own seat open", compare, seated, nothing],
  ];
  const timed: Timed[] = [];
  for (const [name, path, visit, before] of things) {
    const figure = await time(visit, name, path, before === nothing ? ROUNDS : FRESH_ROUNDS, before);
    say(`  ${name}: p95 ${figure.p95Ms.toFixed(0)} ms, bare page ${figure.bareP95Ms.toFixed(0)} ms`);
    timed.push(figure);
  }
  return timed;
}

/** Bare, ours, bare, ours: whatever else the machine does falls on both alike. */
async function time(
  visit: Visit,
  name: string,
  path: string,
  rounds: number,
  before: () => Promise<void>,
): Promise<Timed> {
  const [ours, bare]: [number[], number[]] = [[], []];
  let bytes = 0;
  const deadline = performance.now() + TIME_MAX_MS;
  for (let round = -WARM_UP; round < rounds && performance.now() < deadline; round += 1) {
    const empty = await get(visit, BARE_PAGE);
    await before();
    const full = await get(visit, path);
    bytes = full.bytes;
    if (round < 0) continue;
    bare.push(empty.ms);
    ours.push(full.ms);
  }
  const at = (times: number[], p: number) =>
    quantile(
      times.toSorted((a, b) => a - b),
      p,
    );
  return {
    name,
    n: ours.length,
    medianMs: at(ours, 0.5),
    p95Ms: at(ours, 0.95),
    bareMedianMs: at(bare, 0.5),
    bareP95Ms: at(bare, 0.95),
    bytes,
  };
}

/** The first comparison after the app began: its fair scores are fitted on the whole opening. */
export async function timeColdFit(visit: Visit, applicationIds: readonly string[]): Promise<number> {
  return (await get(visit, apiUrl(compareCandidatesContract, { applications: applicationIds.join(",") }))).ms;
}

/** The whole opening as JSON, thrown away as it comes, while the server's memory is watched. */
export async function timeExport(
  visit: Visit,
  opening: { id: string; candidates: number; seats: number },
  serverPid: number,
): Promise<Exported> {
  const rss = [rssMb(serverPid)];
  const watch = setInterval(() => rss.push(rssMb(serverPid)), RSS_EVERY_MS);
  try {
    const path = apiUrl(exportOpeningContract, { openingId: opening.id, format: "json" });
    const { ms, bytes } = await get(visit, path);
    const ratings = opening.candidates * opening.seats * DIMENSIONS.length;
    return { ratings, bytes, seconds: ms / 1000, ...memoryOf(rss) };
  } finally {
    clearInterval(watch);
  }
}

/** V8 collects when it pleases, so memory is a saw: its teeth say how long it waited, its roots what is kept. */
function memoryOf(rss: readonly number[]): Pick<Exported, "rssBeforeMb" | "rssPeakMb" | "rssKeptMb"> {
  const half = Math.ceil(rss.length / 2);
  const root = (part: readonly number[]) => Math.min(...part);
  return {
    rssBeforeMb: rss[0] ?? 0,
    rssPeakMb: Math.max(...rss),
    rssKeptMb: root(rss.slice(half - 1)) - root(rss.slice(0, half)),
  };
}

/** Milliseconds from asking to the last byte. Anything but 200 ends the bench: a refusal is quick and proves nothing. */
function get({ address, cookie }: Visit, path: string): Promise<{ ms: number; bytes: number }> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const asked = request(`${address}${path}`, { agent, headers: { cookie } }, (response) => {
      let bytes = 0;
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.once("error", reject);
      response.once("end", () => {
        if (response.statusCode === 200) resolve({ ms: performance.now() - began, bytes });
        else reject(new Error(`${path} answered ${response.statusCode}`));
      });
    });
    asked.once("error", reject);
    asked.end();
  });
}

function rssMb(pid: number): number {
  const [, kilobytes = "0"] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) / 1024;
}

/** Lets the process end: an open connection would keep it. */
export function closeConnections(): void {
  agent.destroy();
}
