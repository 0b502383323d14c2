import type { NextRequest } from "next/server";
import type { Context } from "@/db/context";
import type { Contract, InputOf, OutputOf } from "@/lib/contracts/contract";
import { SCIM_ROOT } from "@/lib/contracts/provisioning";
import { PROBLEM_STATUS, type ProblemCode } from "@/lib/domain/errors";
import type { SeenFrom } from "@/lib/services/provisioning/seen-from";
import { acquaintance } from "./acquaintances";
import { type Caller, callerOf, runAs, spendAs } from "./caller";
import { env } from "./env";
import { inputOf, refuseForeignOrigin } from "./input";
import { noted, PRIVATE, refusalHeaders } from "./problems";
import { requestIdOf } from "./route";

/** A verb of a directory's: it is told what this deployment is as well. */
export type ScimVerb<C extends Contract> = (
  ctx: Context,
  input: InputOf<C>,
  seenFrom: SeenFrom,
) => Promise<OutputOf<C>>;

type Params = { params: Promise<Record<string, string | string[] | undefined>> };

const TYPE = "application/scim+json; charset=utf-8";
const DONE = { GET: 200, POST: 201, PUT: 200, PATCH: 200, DELETE: 204 } as const;

/** The same door as `route`, and the same rules at it; only the words on both sides are SCIM's (RFC 7644). */
export function scim<C extends Contract>(contract: C, verb: ScimVerb<C>) {
  return async (request: NextRequest, { params }: Params): Promise<Response> => {
    const requestId = requestIdOf(request);
    let caller: Caller | null = null;
    try {
      if (contract.method !== "GET") refuseForeignOrigin(request);
      caller = await callerOf(request);
      await spendAs(caller, contract);
      const input = await inputOf(contract, request, await params);
      const output = await runAs(caller, request, contract, (ctx) => verb(ctx, input, seenFrom()));
      return answer(DONE[contract.method], output, { ...PRIVATE, "x-request-id": requestId });
    } catch (error) {
      const about = { call: contract.name, ...(caller && acquaintance(caller.hash)) };
      return refusal(error, requestId, about);
    }
  };
}

/** Where a directory finds this deployment, and whose subjects its external ids are. */
export function seenFrom(): SeenFrom {
  const { AUTH_URL, AUTH_OIDC_ISSUER } = env();
  return { base: `${new URL(AUTH_URL).origin}${SCIM_ROOT}`, issuer: AUTH_OIDC_ISSUER ?? null };
}

function answer(status: number, output: unknown, headers: Record<string, string>): Response {
  if (status === 204) return new Response(null, { status, headers });
  const { meta } = Object(output);
  const location = status === 201 && meta?.location ? { location: String(meta.location) } : {};
  return Response.json(output, { status, headers: { ...headers, ...location, "content-type": TYPE } });
}

/** What the caller wrote is 400 in SCIM, whatever is wrong with it. */
const STATUS: Partial<Record<ProblemCode, number>> = { INVALID: 400 };

function refusal(error: unknown, requestId: string, about: Parameters<typeof noted>[2]): Response {
  const problem = noted(error, requestId, about);
  const { code, message, details } = problem;
  const status = STATUS[code] ?? PROBLEM_STATUS[code];
  const scimType = details.scimType ?? (code === "INVALID" ? "invalidValue" : undefined);
  return Response.json(
    {
      schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"],
      status: String(status),
      ...(typeof scimType === "string" ? { scimType } : {}),
      detail: message,
    },
    {
      status,
      headers: {
        ...refusalHeaders(problem, requestId),
        ...(status === 401 ? { "www-authenticate": 'Bearer realm="Plumbline"' } : {}),
        "content-type": TYPE,
      },
    },
  );
}
