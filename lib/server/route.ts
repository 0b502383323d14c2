import type { NextRequest } from "next/server";
import { v7 } from "uuid";
import type { Context } from "@/db/context";
import type { Contract, InputOf, OutputOf } from "@/lib/contracts/contract";
import { acquaintance } from "./acquaintances";
import { type Caller, callerOf, runAs, spendAs } from "./caller";
import { database } from "./database";
import { inputOf, refuseForeignOrigin } from "./input";
import { PRIVATE, problemResponse, timeOfAnswer } from "./problems";

/** What every verb in lib/services looks like. */
export type Verb<C extends Contract> = (ctx: Context, input: InputOf<C>) => Promise<OutputOf<C>>;

type Params = { params: Promise<Record<string, string | string[] | undefined>> };

/**
 * The whole of a route file: checks the door's rules, parses the contract's input, runs the verb as the member behind
 * the session or token in one transaction, and answers JSON or a problem.
 * @param ahead the statement that the verb begins with (`asked`), where the way to the database counts
 */
export function route<C extends Contract>(contract: C, verb: Verb<C>, ahead?: (input: InputOf<C>) => string) {
  return async (request: NextRequest, { params }: Params): Promise<Response> => {
    const requestId = requestIdOf(request);
    let caller: Caller | null = null;
    try {
      if (contract.method !== "GET") refuseForeignOrigin(request);
      caller = await callerOf(request);
      await spendAs(caller, contract);
      const input = await inputOf(contract, request, await params);
      const output = await runAs(
        caller,
        request,
        contract,
        (ctx) => verb(ctx, input),
        database(),
        ahead?.(input),
      );
      return Response.json(output, {
        headers: { ...PRIVATE, ...timeOfAnswer(), "x-request-id": requestId },
      });
    } catch (error) {
      return problemResponse(error, requestId, {
        call: contract.name,
        ...(caller && acquaintance(caller.hash)),
      });
    }
  };
}

/** The front gives every request its id; in `next dev` there is no front. */
export function requestIdOf(request: { headers: Headers }): string {
  return request.headers.get("x-request-id") ?? v7();
}
