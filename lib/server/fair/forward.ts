import { Agent, request as ask, type IncomingMessage, type ServerResponse } from "node:http";
import { log } from "../log";
import { LANE_HEADER, SECRET } from "./lane";

/** A connection that rests is closed before the other end closes it: a request on it would have no answer. */
const REST_MS = 2_000;
/** Of one connection, and about the next one alone. */
const BETWEEN_TWO = new Set(["connection", "keep-alive", "transfer-encoding", "upgrade"]);

const agent = new Agent({ keepAlive: true, timeout: REST_MS });

/**
 * Has a request answered by the lane at this port; never rejects. Resolves when the answer is whole, also when whoever
 * asked has gone: what they began is still being worked on.
 * @param endsWithReader whether to end the work with its reader instead
 */
export async function sendToLane(
  port: number,
  request: IncomingMessage,
  response: ServerResponse,
  endsWithReader: boolean,
): Promise<void> {
  try {
    await forward(port, request, response, endsWithReader);
  } catch (error) {
    if (response.destroyed) return;
    log().warn({ err: error }, "the lane gave no answer");
    if (response.headersSent) response.destroy();
    else response.writeHead(503, { "retry-after": "2" }).end();
  }
}

function forward(
  port: number,
  request: IncomingMessage,
  response: ServerResponse,
  endsWithReader: boolean,
): Promise<void> {
  const { method, url: path, headers } = request;
  const to = { host: "127.0.0.1", port, method, path, agent };
  return new Promise((resolve, reject) => {
    const onward = ask({ ...to, headers: { ...headers, [LANE_HEADER]: SECRET } }, (answer) => {
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
