import { withIdentity } from "@/db/context";
import { database } from "./database";
import { asProblem } from "./problems";

const FRESH = { "cache-control": "no-store" };

/** Alive: this process answers. Whoever would restart it otherwise asks this; a database that is away is no reason. */
export function health(): Response {
  return Response.json({ status: "ok" }, { headers: FRESH });
}

let looking: Promise<string | null> | null = null;

/**
 * Ready: a transaction opens under the runtime role. Balancers ask this before they send anybody. However many ask at
 * once, one transaction answers them all: nobody can hold the pool by asking.
 */
export async function ready(): Promise<Response> {
  looking ??= whatIsWrong().finally(() => {
    looking = null;
  });
  const reason = await looking;
  if (reason === null) return Response.json({ status: "ok" }, { headers: FRESH });
  return Response.json({ status: "unavailable", reason }, { status: 503, headers: FRESH });
}

async function whatIsWrong(): Promise<string | null> {
  try {
    await withIdentity(database(), async () => {});
    return null;
  } catch (error) {
    return asProblem(error).code;
  }
}
