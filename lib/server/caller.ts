import type { NextRequest } from "next/server";
import type { Database } from "@/db/client";
import { type Context, withSession, withToken } from "@/db/context";
import type { Contract } from "@/lib/contracts/contract";
import { MEMBER_HEADER, OTHER_MEMBER } from "@/lib/contracts/headers";
import { Problem } from "@/lib/domain/errors";
import { holdsToken, readToken } from "@/lib/services/tokens/token-text";
import { acquaint, acquaintance } from "./acquaintances";
import { tokenHashOf } from "./cookie";
import { database } from "./database";
import { ADDRESS_HEADER } from "./front/address";
import { spend } from "./limits";

/** Who knocks, as far as the request says it: a browser with a session, or a program with a token. */
export type Caller = { hash: string } & ({ by: "session" } | { by: "token"; organizationId: string });

/** A request with a token is a program's, whatever cookies come with it. */
export async function callerOf(request: NextRequest): Promise<Caller> {
  if (holdsToken(request.nextUrl.search)) {
    // Addresses are written down on the way, in histories and in logs.
    throw await stranger(request, "A token goes into the Authorization header, never into an address");
  }
  const authorization = request.headers.get("authorization");
  if (authorization !== null) {
    const token = readToken(authorization.replace(/^Bearer /, ""));
    if (!token) throw await stranger(request, "This is not a token of Plumbline's");
    return { by: "token", ...token };
  }
  const hash = tokenHashOf(request.cookies);
  if (!hash) throw await stranger(request, SIGN_IN);
  return { by: "session", hash };
}

/**
 * Before the transaction opens: a limit must never wait for a second connection while it holds one. Whoever this process
 * has not met spends of no account: they are met by their first call, or spend as strangers (`runAs`).
 */
export async function spendAs(caller: Caller, contract: Contract): Promise<void> {
  const known = acquaintance(caller.hash);
  const heavy = contract.heavy || contract.answers === "file";
  if (caller.by === "token") await spend(["callByToken", caller.hash]);
  if (!known) {
    if (heavy) await spend(["heavyByAccount", caller.hash]);
    return;
  }
  await spend(["callByAccount", known.memberId]);
  if (heavy) await spend(["heavyByAccount", known.memberId]);
  await spend(["callByOrganization", known.organizationId]);
  if (heavy) await spend(["heavyByOrganization", known.organizationId]);
}

/**
 * Runs `work` as the member behind the caller, or throws with what keeps them out.
 * @param records the pool to take a connection from
 * @param ahead a statement that `work` begins with, to be asked together with whose session it is
 */
export async function runAs<T>(
  caller: Caller,
  request: NextRequest,
  contract: Contract,
  work: (ctx: Context) => Promise<T>,
  records: Database = database(),
  ahead?: string,
): Promise<T> {
  if (caller.by === "token") {
    if (contract.personal) throw new Problem("FORBIDDEN", "This is for somebody who is signed in");
    const outcome = await withToken(records, caller, (ctx, scope) => {
      if ((scope === "provisioning") !== (contract.provisioning === true)) {
        throw new Problem(
          "FORBIDDEN",
          contract.provisioning
            ? "This is for a directory with a provisioning token"
            : "This token keeps members and groups, and does nothing else",
        );
      }
      if (scope === "read" && contract.method !== "GET") {
        throw new Problem("FORBIDDEN", "This token may read, and change nothing");
      }
      acquaint(caller.hash, ctx);
      return work(ctx);
    });
    if (!outcome) throw await stranger(request, "This token is over, revoked or unknown");
    return outcome.result;
  }
  if (contract.provisioning)
    throw new Problem("FORBIDDEN", "This is for a directory with a provisioning token");
  const asMember = (ctx: Context) => {
    acquaint(caller.hash, ctx);
    refuseOtherMember(request, ctx);
    return work(ctx);
  };
  const outcome = await withSession(records, caller.hash, asMember, ahead);
  if (outcome.state === "signed-out") throw await stranger(request, SIGN_IN);
  if (outcome.state === "stranger") {
    await spend(["callByAccount", caller.hash]);
    throw new Problem(
      "FORBIDDEN",
      "You are signed in, but a member of no organisation. Ask for an invitation",
    );
  }
  return outcome.result;
}

/** A page says whose it is: left open, it must not act as who the same browser is by now, here or in another organisation. */
function refuseOtherMember({ headers }: NextRequest, { member }: Context): void {
  const page = headers.get(MEMBER_HEADER);
  if (page !== null && page !== member.id)
    throw new Problem(
      "UNAUTHENTICATED",
      "This browser works as somebody else or in another organisation now. Nothing was changed; open the page anew",
      { rule: OTHER_MEMBER },
    );
}

export function addressOf(request: { headers: Headers }): string {
  return request.headers.get(ADDRESS_HEADER) ?? "unknown";
}

const SIGN_IN = "Sign in to go on. What you have entered stays on this page";

async function stranger(request: NextRequest, message: string): Promise<Problem> {
  await spend(["strangerByAddress", addressOf(request)]);
  return new Problem("UNAUTHENTICATED", message);
}
