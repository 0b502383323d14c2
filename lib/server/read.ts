import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { withSession } from "@/db/context";
import type { Contract, OutputOf } from "@/lib/contracts/contract";
import { Problem } from "@/lib/domain/errors";
import { acquaint, acquaintance } from "./acquaintances";
import { tokenHashOf } from "./cookie";
import { database } from "./database";
import { parseInput } from "./input";
import { log } from "./log";
import { asProblem } from "./problems";
import { requestIdOf, type Verb } from "./route";

/**
 * A page's one read: the same verb and contract as its API route, as the member behind the session.
 * Signed out goes to sign-in; what does not exist, is not yours or is not an address shows "nothing here".
 */
export async function read<C extends Contract>(
  contract: C,
  verb: Verb<C>,
  input: unknown,
): Promise<OutputOf<C>> {
  const tokenHash = tokenHashOf(await cookies());
  if (!tokenHash) redirect("/sign-in");
  const outcome = await attempt({ call: contract.name, tokenHash }, () => {
    const parsed = parseInput(contract, input);
    return withSession(database(), tokenHash, (ctx) => {
      acquaint(tokenHash, ctx);
      return verb(ctx, parsed);
    });
  });
  if (outcome.state === "signed-out") redirect("/sign-in");
  if (outcome.state === "stranger") redirect("/sign-in/no-organization");
  return outcome.result;
}

async function attempt<T>(asked: { call: string; tokenHash: string }, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Problem && ["NOT_FOUND", "FORBIDDEN", "INVALID"].includes(error.code)) {
      if (error.code !== "INVALID") await noteRefusal(error.code, asked);
      notFound();
    }
    throw await withoutWords(error);
  }
}

/** The same line in the log as for the API: somebody asked for what is not theirs, or is not there. */
async function noteRefusal(
  rule: string,
  { call, tokenHash }: { call: string; tokenHash: string },
): Promise<void> {
  const requestId = requestIdOf({ headers: await headers() });
  log().warn({ security: "refused", rule, requestId, call, ...acquaintance(tokenHash) }, "refused");
}

/**
 * Next writes a page's error to the log whole, and a database quotes in it what somebody wrote: the facts are logged
 * here, and Next gets a sentence of ours with the request's id, which the error page shows.
 */
async function withoutWords(error: unknown): Promise<Error> {
  const requestId = requestIdOf({ headers: await headers() });
  const { code, message } = asProblem(error);
  log().error({ requestId, code, err: error }, "page failed");
  return Object.assign(new Error(message), { digest: requestId, stack: "" });
}
