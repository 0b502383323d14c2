import { randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";

/** In the environment of a lane: its secret, known to the process that started it. Workers.mjs reads it too. */
export const LANE = "PLUMBLINE_LANE";
/** With this a request comes from that process, which has been its front already. */
export const LANE_HEADER = "x-plumbline-lane";
/** What this process gives its own lanes, and shows with each request. */
export const SECRET = randomBytes(24).toString("base64url");

/** Whether this process is itself a lane. */
export function isLane(): boolean {
  return Boolean(process.env[LANE]);
}

/** Whether a request came from the process this lane belongs to; its word is taken off. */
export function takeLaneWord({ headers }: IncomingMessage): boolean {
  const said = Buffer.from(String(headers[LANE_HEADER] ?? ""));
  const known = Buffer.from(process.env[LANE] ?? "");
  delete headers[LANE_HEADER];
  return known.length > 0 && said.length === known.length && timingSafeEqual(said, known);
}

/** What a lane says to the process it belongs to: where it serves; whose files are long. */
export type LaneWord = { port: number } | { longFileOf: string };

/** Of a lane alone. */
export function tell(word: LaneWord): void {
  process.send?.(word);
}

/** A lane says that it serves. */
export function reportLane(): void {
  if (isLane()) tell({ port: Number(process.env.PORT) });
}
