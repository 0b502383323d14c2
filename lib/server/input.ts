import type { NextRequest } from "next/server";
import { type Contract, type InputOf, pathKeys } from "@/lib/contracts/contract";
import { Problem } from "@/lib/domain/errors";
import { env } from "./env";

/** The largest batch of changes with the longest notes fits; nothing a person enters is larger. */
const BODY_MAX_BYTES = 4_000_000;
/** An import is a whole file. */
const HEAVY_BODY_MAX_BYTES = 20_000_000;
/** A directory sends one user, or who comes into one group: five thousand members fit. */
const SCIM_BODY_MAX_BYTES = 1_000_000;
/** No contract nests deeper than ten; a thousand levels is an attack. */
const DEPTH_MAX = 32;

/** Path, query and body of a request as the contract's input, or a Problem that says what is wrong where. */
export async function inputOf<C extends Contract>(
  contract: C,
  request: NextRequest,
  params: Record<string, string | string[] | undefined>,
): Promise<InputOf<C>> {
  const path = Object.fromEntries(pathKeys(contract.path).map((key) => [key, params[key]]));
  const rest =
    contract.method === "GET"
      ? Object.fromEntries(request.nextUrl.searchParams)
      : await bodyOf(request, contract);
  return parseInput(contract, { ...rest, ...path });
}

export function parseInput<C extends Contract>(contract: C, input: unknown): InputOf<C> {
  const result = contract.input.safeParse(input);
  // zod parsed exactly this schema; the generic only loses its name on the way.
  if (result.success) return result.data as InputOf<C>;
  const issues = result.error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
  const first = issues[0];
  throw new Problem(
    "INVALID",
    first?.path ? `${first.path}: ${first.message}` : (first?.message ?? "Invalid"),
    {
      issues,
    },
  );
}

/** Mutations come from our own pages or from programs without cookies: never from somebody else's page. */
export function refuseForeignOrigin({ headers }: { headers: Headers }): void {
  const origin = headers.get("origin");
  const site = headers.get("sec-fetch-site");
  // A sub-domain of ours is somebody else's page too.
  const foreign =
    origin === null
      ? site === "cross-site" || site === "same-site"
      : origin !== new URL(env().AUTH_URL).origin;
  if (foreign) throw new Problem("FORBIDDEN", "Requests from other sites are refused");
}

async function bodyOf(
  request: NextRequest,
  { heavy, provisioning }: Contract,
): Promise<Record<string, unknown>> {
  const maxBytes = provisioning ? SCIM_BODY_MAX_BYTES : heavy ? HEAVY_BODY_MAX_BYTES : BODY_MAX_BYTES;
  const text = await textOf(request, maxBytes);
  if (text === "") return {};
  const types = provisioning ? /^application\/(scim\+)?json\b/ : /^application\/json\b/;
  if (!types.test(request.headers.get("content-type") ?? "")) {
    throw new Problem("UNSUPPORTED", "Send JSON with the content type application/json");
  }
  const body = parseJson(text);
  if (body === null || typeof body !== "object" || Array.isArray(body)) {
    throw new Problem("INVALID", "The body must be a JSON object");
  }
  return body as Record<string, unknown>;
}

async function textOf(request: NextRequest, maxBytes: number): Promise<string> {
  const tooLarge = () => new Problem("TOO_LARGE", `The body is larger than ${maxBytes / 1e6} MB`);
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge();
  if (!request.body) return "";
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw tooLarge();
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    if (nests(value, DEPTH_MAX)) throw new Problem("INVALID", "The body is nested too deeply");
    return value;
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem("INVALID", "The body is not valid JSON", {}, error);
  }
}

function nests(value: unknown, allowed: number): boolean {
  if (value === null || typeof value !== "object") return false;
  return allowed === 0 || Object.values(value).some((inner) => nests(inner, allowed - 1));
}
