import { createHmac } from "node:crypto";
import { RateLimiterMemory, RateLimiterPostgres } from "rate-limiter-flexible";
import { limitStore } from "@/db/limit-store";
import { Problem } from "@/lib/domain/errors";
import { database } from "./database";
import { env } from "./env";
import { Packets } from "./packets";

/**
 * Points a window, its seconds, and how many points are fetched at once. A person at full speed saves twice a second;
 * a whole organisation of a thousand editors stays under its limit. RATE_LIMIT_SCALE multiplies the points.
 */
const LIMITS = {
  /** Ways in that were tried from one address: a phone's network has many people behind one. */
  signInByAddress: { points: 60, seconds: 60, packet: 1 },
  /** Links asked for one account from one address. Others are not locked out with it. */
  signInByAccount: { points: 5, seconds: 600, packet: 1 },
  /** Mail to one account from anywhere: nobody's mailbox is filled through us. */
  mailByAccount: { points: 30, seconds: 3600, packet: 1 },
  /** Calls without a session. */
  strangerByAddress: { points: 300, seconds: 60, packet: 10 },
  pageByAddress: { points: 3000, seconds: 60, packet: 50 },
  callByAccount: { points: 1200, seconds: 60, packet: 40 },
  callByOrganization: { points: 60_000, seconds: 60, packet: 500 },
  /** Whole files in and out. */
  heavyByAccount: { points: 30, seconds: 60, packet: 1 },
  heavyByOrganization: { points: 240, seconds: 60, packet: 1 },
  callByToken: { points: 600, seconds: 60, packet: 20 },
} as const;
export type Limit = keyof typeof LIMITS;

declare global {
  // One set a process, also when the bundler loads this module more than once.
  var plumblineLimits: Map<Limit, Packets> | undefined;
}

/** Spends one point of a limit: 0 is leave to go on, else the milliseconds to wait. */
export function withinLimit(limit: Limit, key: string): number | Promise<number> {
  return packetsOf(limit).take(disguised(key));
}

/** Spends one point of each limit, or throws with the time to wait. */
export async function spend(...limits: readonly (readonly [Limit, string])[]): Promise<void> {
  for (const [limit, key] of limits) {
    const within = withinLimit(limit, key);
    const waitMs = typeof within === "number" ? within : await within;
    if (waitMs > 0) throw tooMany(limit, waitMs);
  }
}

function tooMany(limit: Limit, waitMs: number): Problem {
  const retryAfterSeconds = Math.ceil(waitMs / 1000);
  return new Problem("TOO_MANY", `Too many requests. Try again in ${retryAfterSeconds} s`, {
    limit,
    retryAfterSeconds,
  });
}

function packetsOf(limit: Limit): Packets {
  globalThis.plumblineLimits ??= new Map();
  const made = globalThis.plumblineLimits.get(limit) ?? makePackets(limit);
  globalThis.plumblineLimits.set(limit, made);
  return made;
}

function makePackets(limit: Limit): Packets {
  const { points, seconds, packet } = LIMITS[limit];
  const options = { points: points * env().RATE_LIMIT_SCALE, duration: seconds, keyPrefix: limit };
  const limiter = new RateLimiterPostgres({
    ...options,
    storeClient: limitStore(database()),
    storeType: "pool",
    tableName: "rate_limits",
    tableCreated: true,
    // While the database is away each process counts for itself.
    insuranceLimiter: new RateLimiterMemory(options),
  });
  return new Packets(limiter, packet, Date.now);
}

/** Addresses and accounts are personal: the table holds neither. */
function disguised(key: string): string {
  return createHmac("sha256", env().AUTH_SECRET).update(key).digest("base64url").slice(0, 24);
}
