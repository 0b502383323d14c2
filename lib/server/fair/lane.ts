import type { ChildProcess } from "node:child_process";
import { randomBytes, timingSafeEqual } from "node:crypto";
import { Agent, request as ask, type IncomingMessage, type ServerResponse } from "node:http";
import { log } from "../log";
import { endAtStop, isStopping } from "../streams";

/** In the environment of a lane: its secret, known to the process that started it. Workers.mjs reads it too. */
const LANE = "PLUMBLINE_LANE";
/** With this a request comes from that process, which has been its front already. */
const LANE_HEADER = "x-plumbline-lane";
/** The lowest there is. */
const PRIORITY = 19;
/** A connection that rests is closed before the other end closes it: a request on it would have no answer. */
const REST_MS = 2_000;
/** One that fell is not started again at once: what felled it may still be so. */
const AGAIN_AFTER_MS = 5_000;
/** Of one connection, and about the next one alone. */
const BETWEEN_TWO = new Set(["connection", "keep-alive", "transfer-encoding", "upgrade"]);

const agent = new Agent({ keepAlive: true, timeout: REST_MS });
const secret = randomBytes(24).toString("base64url");
let port: number | null = null;
let child: ChildProcess | null = null;
let restUntil = 0;

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

/** A lane says that it serves. */
export function reportLane(): void {
  if (isLane()) process.send?.(Number(process.env.PORT));
}

/** True when requests can be sent to a second process of this server; starts one when there is none. */
export function hasLane(): boolean {
  if (isLane() || isStopping()) return false;
  if (child === null && performance.now() >= restUntil) startLane();
  return port !== null;
}

function startLane(): void {
  // Asked for at run time: a bundler would look for the file among its own.
  const { fork } = process.getBuiltinModule("node:child_process");
  const { setPriority } = process.getBuiltinModule("node:os");
  const started = fork("workers.mjs", { env: { ...process.env, [LANE]: secret, WEB_CONCURRENCY: "1" } });
  child = started;
  const { pid } = started;
  if (pid) setPriority(pid, PRIORITY);
  const forget = endAtStop(() => started.kill());
  const over = () => {
    forget();
    port = null;
    child = null;
    restUntil = performance.now() + AGAIN_AFTER_MS;
  };
  started.once("message", (said) => {
    port = Number(said);
    if (pid) standBehindAll(pid);
  });
  started.once("error", over);
  started.once("exit", over);
  // Neither keeps this process from ending; the lane ends when its channel closes.
  started.unref();
  started.channel?.unref();
}

/**
 * Linux has a class below every priority: it leaves a processor the moment anybody else wants it. Without the class, or
 * without its command, the priority must do.
 */
function standBehindAll(pid: number): void {
  const { execFile } = process.getBuiltinModule("node:child_process");
  execFile("chrt", ["--all-tasks", "--idle", "--pid", "0", String(pid)], () => {});
}

/**
 * Has a request answered by the lane; never rejects. Resolves when the answer is whole, also when whoever asked has
 * gone: what they began is still being worked on.
 * @param endsWithReader whether to end the work with its reader instead
 */
export async function sendToLane(
  request: IncomingMessage,
  response: ServerResponse,
  endsWithReader: boolean,
): Promise<void> {
  try {
    await forward(request, response, endsWithReader);
  } catch (error) {
    if (response.destroyed) return;
    log().warn({ err: error }, "the lane gave no answer");
    if (response.headersSent) response.destroy();
    else response.writeHead(503, { "retry-after": "2" }).end();
  }
}

function forward(request: IncomingMessage, response: ServerResponse, endsWithReader: boolean): Promise<void> {
  const { method, url: path, headers } = request;
  const to = { host: "127.0.0.1", port, method, path, agent };
  return new Promise((resolve, reject) => {
    const onward = ask({ ...to, headers: { ...headers, [LANE_HEADER]: secret } }, (answer) => {
      answer.once("error", reject);
      answer.once("close", resolve);
      const readOn = () => {
        answer.unpipe(response);
        answer.resume();
      };
      // Whoever asked may have gone already: then nothing would take the answer, and it would never be whole.
      if (response.destroyed) return readOn();
      response.once("close", readOn);
      response.writeHead(answer.statusCode ?? 502, without(answer.headers));
      answer.pipe(response);
    });
    onward.once("error", reject);
    if (endsWithReader) response.once("close", () => onward.destroy());
    request.once("error", () => onward.destroy());
    request.pipe(onward);
  });
}

function without(headers: IncomingMessage["headers"]) {
  return Object.fromEntries(
    Object.entries(headers).filter(([name, value]) => value !== undefined && !BETWEEN_TWO.has(name)),
  );
}
