import type { z } from "zod";
import { API_ROOT, type Contract, type Outline, type OutputOf, pathKeys } from "@/lib/contracts/contract";
import { MEMBER_HEADER, OTHER_MEMBER } from "@/lib/contracts/headers";
import { PROBLEM_STATUS, type ProblemCode } from "@/lib/domain/errors";
import { memberHere } from "./member";
import { BUILD_HEADER, hearBuild, isOwnBuild } from "./new-version";
import { hearTime, TIME_HEADER } from "./steady-clock";

/** Answers that a later attempt may change; everything else would be refused the same way again. */
const RETRYABLE_STATUS: readonly number[] = [408, 425, 429, 500, 502, 503, 504];

/** However long a server asks for: a live interview looks again within this. */
const RETRY_AFTER_MAX_MS = 60_000;

/** What a call may fail with: the server's codes, no answer, an answer that is not ours, or not meant for this member. */
export type ApiProblemCode = ProblemCode | "NETWORK" | "UNREADABLE" | "OTHER_MEMBER";

/** A refusal or failure of one call, with a sentence for a person. */
export class ApiProblem extends Error {
  readonly code: ApiProblemCode;
  readonly details: Record<string, unknown>;
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  /** True when sending the very same call again may succeed. */
  readonly retryable: boolean;
  /** How long the server asks to be left alone; null when it did not say. */
  readonly retryAfterMs: number | null;

  constructor(code: ApiProblemCode, message: string, about: ProblemAbout = {}) {
    super(message, about.cause === undefined ? undefined : { cause: about.cause });
    this.name = "ApiProblem";
    this.code = code;
    this.details = about.details ?? {};
    this.status = about.status ?? 0;
    this.retryAfterMs = about.retryAfterMs ?? null;
    this.retryable = about.retryable ?? RETRYABLE_STATUS.includes(this.status);
  }
}

interface ProblemAbout {
  details?: Record<string, unknown>;
  status?: number;
  retryable?: boolean;
  retryAfterMs?: number | null;
  cause?: unknown;
}

export interface CallOptions {
  /** Where the server is; the page's own origin unless a test or a tool says otherwise. */
  origin?: string;
  signal?: AbortSignal;
  /** Lets the request outlive the page: for the last save as a tab closes (browsers cap its body at 64 kB). */
  keepalive?: boolean;
}

/**
 * Calls one address of the API and answers its parsed output; throws an `ApiProblem` otherwise.
 * @param contract whole, or its outline where the page must not wait for the shapes
 * @example await call(getInterviewContract, { interviewId })
 */
export async function call<C extends Contract>(
  contract: C | Outline<C>,
  input: z.input<C["input"]>,
  options: CallOptions = {},
): Promise<OutputOf<C>> {
  const { url, body } = addressOf(contract, Object(input));
  const answer = await exchange(`${options.origin ?? ""}${API_ROOT}${url}`, {
    method: contract.method,
    credentials: "same-origin",
    // A redirect is somebody else's answer (a captive portal, a sign-in page): never ours to follow.
    redirect: "error",
    cache: "no-store",
    headers: { ...whose(), ...(body === null ? {} : { "content-type": "application/json" }) },
    body,
    keepalive: options.keepalive ?? false,
    signal: options.signal ?? null,
  });
  if (!answer.ok) throw refusal(answer);
  const shapes = "output" in contract ? contract : await shapesFor(contract, answer);
  if (shapes === null) return answer.json as OutputOf<C>;
  const parsed = shapes.output.safeParse(answer.json);
  if (!parsed.success) throw unreadable(answer.status, parsed.error);
  // zod parsed exactly this schema; the generic only loses its name on the way.
  return parsed.data as OutputOf<C>;
}

/**
 * What checks an answer; null where it is taken at its word. A server of this very build was compiled against this very
 * contract, any other's word is checked. Where the check itself cannot be had (its file went with the build that this page
 * is of), another build of ours is believed: `/api/v1` only ever widens, and the page goes on saving. Nobody else is.
 */
async function shapesFor<C extends Contract>(
  outline: Outline<C>,
  { build, json }: Answer,
): Promise<C | null> {
  if (isOwnBuild(build) && isJsonObject(json)) return null;
  return outline.whole().catch((cause: unknown) => {
    if (build !== null && isJsonObject(json)) return null;
    throw unreachable(cause);
  });
}

function unreachable(cause: unknown): ApiProblem {
  const message = "Plumbline cannot be reached from here just now.";
  return new ApiProblem("NETWORK", message, { retryable: true, cause });
}

/** Said in every call: a page left open must not act for whoever is signed in here by now. */
function whose(): Record<string, string> {
  const here = memberHere();
  return here ? { [MEMBER_HEADER]: here.memberId } : {};
}

/** Fills `{path}` keys; the rest travels in the query of a GET or as a JSON body. */
export function addressOf(
  { path, method }: Pick<Contract, "path" | "method">,
  input: Record<string, unknown>,
): { url: string; body: string | null } {
  const inPath = pathKeys(path);
  const filled = path.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(String(input[key])));
  const rest = Object.entries(input).filter(([key, value]) => !inPath.includes(key) && value !== undefined);
  if (method !== "GET") return { url: filled, body: JSON.stringify(Object.fromEntries(rest)) };
  const query = new URLSearchParams(rest.map(([key, value]) => [key, String(value)])).toString();
  return { url: query ? `${filled}?${query}` : filled, body: null };
}

interface Answer {
  status: number;
  ok: boolean;
  json: unknown;
  /** Which build gave it; null outside production, or when somebody else did. */
  build: string | null;
  retryAfterMs: number | null;
}

async function exchange(url: string, init: RequestInit): Promise<Answer> {
  let response: Response;
  let text: string;
  const sentAt = performance.now();
  let roundTripMs: number;
  try {
    response = await fetch(url, init);
    roundTripMs = performance.now() - sentAt;
    text = await response.text();
  } catch (cause) {
    throw unreachable(cause);
  }
  const build = response.headers.get(BUILD_HEADER);
  hearBuild(build);
  hearTime(response.headers.get(TIME_HEADER), roundTripMs);
  const retryAfterMs = retryAfterOf(response.headers.get("retry-after"));
  return { status: response.status, ok: response.ok, json: parseJson(text), build, retryAfterMs };
}

/** Only seconds: a date would be read by a clock that may be wrong. */
function retryAfterOf(header: string | null): number | null {
  const seconds = Number(header ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds * 1_000, RETRY_AFTER_MAX_MS) : null;
}

/** `problemBody`, read by hand: it comes when least is to be had, and is the same in every build. */
function refusal({ status, json, retryAfterMs }: Answer): ApiProblem {
  const { code, message, details } = objectOf(objectOf(json).problem);
  if (!isProblemCode(code) || typeof message !== "string" || !isJsonObject(details)) {
    return unreadable(status, json, retryAfterMs);
  }
  const whoseElse = details.rule === OTHER_MEMBER;
  return new ApiProblem(whoseElse ? "OTHER_MEMBER" : code, message, { details, status, retryAfterMs });
}

function isProblemCode(code: unknown): code is ProblemCode {
  return typeof code === "string" && Object.hasOwn(PROBLEM_STATUS, code);
}

function isJsonObject(json: unknown): json is Record<string, unknown> {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

const objectOf = (json: unknown): Record<string, unknown> => (isJsonObject(json) ? json : {});

/** Something between here and the server answered in its place; only a plain 4xx says "not again". */
function unreadable(status: number, cause: unknown, retryAfterMs: number | null = null): ApiProblem {
  const retryable = status < 400 || status >= 500 || RETRYABLE_STATUS.includes(status);
  return new ApiProblem("UNREADABLE", "The answer was not Plumbline's. Try again in a moment.", {
    status,
    retryable,
    retryAfterMs,
    cause,
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
