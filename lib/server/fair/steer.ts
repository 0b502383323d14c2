import type { IncomingMessage, ServerResponse } from "node:http";
import { Problem } from "@/lib/domain/errors";
import type { Acquaintance } from "../acquaintances";
import { env } from "../env";
import { isFile } from "../front/headers";
import { isApi, pathOf } from "../front/rules";
import { log } from "../log";
import { problemResponse } from "../problems";
import { errandOf } from "./errand";
import { sendToLane } from "./forward";
import { aside, behind } from "./lanes";
import { makesLongFiles } from "./long-files";
import { alone, inPace, restingAfter, restOf } from "./pace";
import { shares } from "./shares";
import { NoTurn, Turns } from "./turns";

/** A request that has passed the front, and whose it is as far as this process knows. */
export interface Admitted {
  request: IncomingMessage;
  response: ServerResponse;
  requestId: string;
  method: string;
  path: string;
  whose: Acquaintance | null;
  /** Has it answered in this process. */
  pass: () => void;
}

/** Two cores make no more at once any faster, and whoever of another organisation asks next waits for all of them. */
const REPORTS_AT_ONCE = 3;

/** Of whoever is within their share, and of the loud. */
const places = new Turns(REPORTS_AT_ONCE);
const turns = new Turns(1);
/** Whose sessions this process has not met yet, as everybody's after a start: what they take is held against nobody else. */
const STRANGERS = "strangers";
/** Loud organisations that the log has named. */
const named = new Set<string>();

/**
 * Who is answered where. An organisation within its share: here, a few reports at once. One that takes more while others
 * are there: one at a time in the lane behind, the rest waits for its own turn. Its files and streams go there without
 * waiting: their places are counted there. Files of anybody else, where there are others, are made aside.
 */
export function steer(admitted: Admitted): void {
  const { request, response, whose, method, path, pass } = admitted;
  const organizationId = whose?.organizationId ?? STRANGERS;
  const errand = errandOf(method, path);
  if (whose) shares().see(organizationId, performance.now());
  const loud = whose !== null && shares().isLoud(organizationId, performance.now());
  name(organizationId, loud);
  if (errand === "file" || errand === "stream") {
    const port = whose && laneOfLasting(errand, organizationId, loud)?.port();
    if (port) void sendToLane(port, request, response, true);
    else pass();
  } else if (!whose) {
    if (isFile(path) || !saysWho(request)) pass();
    else void answered(admitted, STRANGERS);
  } else if (loud) void inTurn(admitted, organizationId, errand);
  else if (errand === "report" && shares().hasCompany(organizationId, performance.now()))
    void inPlace(admitted, organizationId);
  else void answered(admitted, organizationId);
}

/** Anybody else asks for what is there for everybody. */
function saysWho({ headers }: IncomingMessage): boolean {
  return headers.cookie !== undefined || headers.authorization !== undefined;
}

function laneOfLasting(errand: "file" | "stream", organizationId: string, loud: boolean) {
  if (loud) return behind;
  const now = performance.now();
  if (errand === "stream" || !shares().hasCompany(organizationId, now)) return null;
  return makesLongFiles(organizationId, now) ? behind : aside;
}

function name(organizationId: string, loud: boolean): void {
  if (loud && !named.has(organizationId))
    log().warn({ organizationId, rule: "share" }, "more than its share");
  if (loud) named.add(organizationId);
  else named.delete(organizationId);
}

/** A few reports at once; whoever has become loud while it waited is loud. */
function inPlace(admitted: Admitted, organizationId: string): Promise<void> {
  return whenGiven(places, admitted, organizationId, "report", async () => {
    if (shares().isLoud(organizationId, performance.now())) void inTurn(admitted, organizationId, "report");
    else await answered(admitted, organizationId);
  });
}

function inTurn(admitted: Admitted, organizationId: string, errand: "change" | "report"): Promise<void> {
  return whenGiven(turns, admitted, organizationId, errand, () => {
    const port = behind.port();
    const work = () => answered(admitted, organizationId, port);
    // Behind, reports have their rest there: they share it with files.
    return port && errand === "report" ? work() : restingAfter(work, restOf(env().ORGANIZATION_SHARE));
  });
}

/** Answers, here or in the lane at `port`, and counts the time. */
async function answered(
  { request, response, pass }: Admitted,
  organizationId: string,
  port: number | null = null,
): Promise<void> {
  const end = shares().begin(organizationId, performance.now());
  try {
    await (port ? sendToLane(port, request, response, false) : here(response, pass));
  } finally {
    end(performance.now());
  }
}

/** Does the work when it is its turn, unless whoever asked has gone; refuses when the turn does not come. */
async function whenGiven(
  given: Turns,
  { response, requestId, path }: Admitted,
  organizationId: string,
  errand: "change" | "report",
  work: () => Promise<void>,
): Promise<void> {
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  try {
    await given.take(organizationId, errand, gone.signal, async () => {
      if (!response.destroyed) await work();
    });
  } catch (error) {
    if (!response.closed) await refuse(response, requestId, path, error);
  }
}

/** In the lane itself, whose turns were given where the request came from. */
export function steerInLane(request: IncomingMessage, response: ServerResponse, pass: () => void): void {
  const { method = "", url = "" } = request;
  const errand = errandOf(method, pathOf(url));
  const work = () => here(response, pass);
  if (errand === "report") void inPace(work, restOf(env().ORGANIZATION_SHARE));
  else if (errand === "change") void alone(work);
  else pass();
}

/** In this process: until the lane has started, and in the lane. Over when all is said, whoever reads it how slowly. */
function here(response: ServerResponse, pass: () => void): Promise<void> {
  return new Promise((resolve) => {
    // Nothing more is heard of one that is gone already.
    if (response.destroyed) return resolve();
    response.once("finish", resolve);
    response.once("close", resolve);
    pass();
  });
}

const PLAIN = "text/plain; charset=utf-8";
const CROWDED =
  "Your organisation asks for more at once than its share of this server. Nothing is lost; try again shortly";

async function refuse(
  response: ServerResponse,
  requestId: string,
  path: string,
  error: unknown,
): Promise<void> {
  const late = error instanceof NoTurn ? new Problem("UNAVAILABLE", CROWDED) : error;
  const answer = problemResponse(late, requestId);
  const headers = Object.fromEntries(answer.headers);
  if (isApi(path)) response.writeHead(answer.status, headers).end(await answer.text());
  else response.writeHead(answer.status, { ...headers, "content-type": PLAIN }).end(`${CROWDED}\n`);
}
