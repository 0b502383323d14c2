import { IncomingMessage, Server, ServerResponse } from "node:http";
import { v7 } from "uuid";
import { env } from "../env";
import { isLane, takeLaneWord } from "../fair/lane";
import { steer, steerInLane } from "../fair/steer";
import { log } from "../log";
import { LINK_HEADER } from "../mail-link";
import { isStopping } from "../streams";
import { ADDRESS_HEADER, clientAddress } from "./address";
import { freshNonce, isFile, pagePolicy, policyFor, SECURITY_HEADERS } from "./headers";
import { knownBehind, leaveToEnter } from "./leave";
import { isApi, PAGE_METHODS, pathOf, type Refusal, refusalOf } from "./rules";

/** Only we may set these on a request; Next and our routes believe them. */
const OURS = [
  "x-middleware-subrequest",
  "x-nonce",
  "x-request-id",
  "content-security-policy",
  "content-security-policy-report-only",
  "x-forwarded-host",
  ADDRESS_HEADER,
  LINK_HEADER,
];

/**
 * Stands before Next for every request of this process: refuses what no page or route ever takes, and gives each
 * answer its headers, policy, request id and line in the log. Next's own proxy file runs after Next has read the
 * address and the upgrade, and answers neither of them (README, decision).
 */
export function guardFront(): void {
  const emit = Server.prototype.emit;
  Server.prototype.emit = function guarded(this: Server, event: string | symbol, ...details: unknown[]) {
    const [request, second] = details;
    const pass = () => Reflect.apply(emit, this, [event, ...details]);
    if (event === "upgrade" && request instanceof IncomingMessage) {
      refuseUpgrade(request);
      return true;
    }
    if (event !== "request" || !(request instanceof IncomingMessage) || !(second instanceof ServerResponse))
      return pass();
    admit(request, second, pass);
    return true;
  };
}

function admit(request: IncomingMessage, response: ServerResponse, pass: () => void): void {
  if (isLane()) {
    // Its front is the process it belongs to; nobody else is answered.
    if (takeLaneWord(request)) steerInLane(request, response, pass);
    else request.socket.destroy();
    return;
  }
  const requestId = v7();
  const began = performance.now();
  const { method = "", url = "" } = request;
  const address = clientAddress(
    request.socket.remoteAddress,
    request.headers["x-forwarded-for"],
    env().TRUSTED_PROXIES,
  );
  for (const name of OURS) delete request.headers[name];
  request.headers["x-request-id"] = requestId;
  request.headers[ADDRESS_HEADER] = address;
  const path = pathOf(url);
  dress(request, response, path, requestId);
  sendTogether(response);
  response.once("close", () => {
    const ms = Math.round(performance.now() - began);
    log().info({ requestId, method, path, status: response.statusCode, ms }, "request");
    // What was under way when the server was told to stop must not be waited for once it is answered.
    if (isStopping()) request.socket.end();
  });

  const refusal = refusalOf({ method, url, headers: request.headers });
  const whose = knownBehind(path, request.headers);
  const go = () => steer({ request, response, requestId, method, path, whose, pass });
  const turn = (waitMs: number) => (waitMs === 0 ? go() : tooMany(response, waitMs));
  const within = refusal ? 0 : leaveToEnter({ path, address, whose });
  if (refusal) refuse(response, refusal, requestId);
  else if (typeof within === "number") turn(within);
  else void within.then(turn, go);
}

/**
 * Next sends the headers by themselves and then the words: two packets for every answer, each with its system call here
 * and its awakening there. Headers wait for what follows them in the same turn, and for nothing else.
 */
function sendTogether(response: ServerResponse): void {
  const flush = response.flushHeaders.bind(response);
  response.flushHeaders = () => {
    const { socket } = response;
    socket?.cork();
    setImmediate(() => socket?.uncork());
    flush();
  };
}

/** The headers of the answer, set before Next adds its own; a page's nonce goes to Next with the request. */
function dress(request: IncomingMessage, response: ServerResponse, path: string, requestId: string): void {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  response.setHeader("x-request-id", requestId);
  if (isApi(path)) response.setHeader("cache-control", "private, no-store");
  if (isApi(path) || isFile(path)) {
    response.setHeader("content-security-policy", policyFor(path));
    return;
  }
  const nonce = freshNonce();
  const policy = pagePolicy(nonce);
  request.headers["x-nonce"] = nonce;
  request.headers["content-security-policy"] = policy;
  response.setHeader("content-security-policy", policy);
}

function refuse(response: ServerResponse, { status, rule, message }: Refusal, requestId: string): void {
  log().warn({ security: "refused", rule, requestId, status }, "refused at the front");
  if (status === 405) response.setHeader("allow", PAGE_METHODS.join(", "));
  answer(response, status, message);
}

function tooMany(response: ServerResponse, waitMs: number): void {
  response.setHeader("retry-after", String(Math.ceil(waitMs / 1000)));
  answer(response, 429, "Too many pages in a short time. Wait a little and try again");
}

/** Plain text: whoever gets this is no page of ours. The body that may still come is not read. */
function answer(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8", connection: "close" });
  response.end(`${message}\n`);
}

/** Nothing here speaks anything but HTTP. */
function refuseUpgrade({ socket }: IncomingMessage): void {
  log().warn({ security: "refused", rule: "upgrade", status: 400 }, "refused at the front");
  socket.end("HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
}
