import type { NextRequest } from "next/server";
import { withIdentity } from "@/db/context";
import { listCast } from "@/db/queries/cast";
import { createSession } from "@/db/writes/sessions";
import { type CastMember, startDemoSessionContract } from "@/lib/contracts/demo";
import { Problem } from "@/lib/domain/errors";
import { addressOf } from "./caller";
import { isSecure, sessionCookieName, sessionSeconds } from "./cookie";
import { database } from "./database";
import { deviceOf } from "./device";
import { env } from "./env";
import { inputOf, refuseForeignOrigin } from "./input";
import { spend } from "./limits";
import { PRIVATE, problemResponse } from "./problems";
import { requestIdOf } from "./route";
import { recordSignIn } from "./sign-in";

/** Whom the sign-in page offers; nobody unless demo mode is on. */
export async function demoCast(): Promise<CastMember[]> {
  if (!env().PLUMBLINE_DEMO) return [];
  const cast = await withIdentity(database(), listCast);
  return cast.map(({ memberId, name, organization, roles }) => ({
    memberId,
    name,
    organization: organization.name,
    roles,
  }));
}

/** One-click sign-in. Writes the session row itself: next-auth's credentials provider has no database sessions. */
export async function startDemoSession(request: NextRequest): Promise<Response> {
  const requestId = requestIdOf(request);
  try {
    if (!env().PLUMBLINE_DEMO) throw new Problem("NOT_FOUND", "There is nothing here");
    refuseForeignOrigin(request);
    await spend(["signInByAddress", addressOf(request)]);
    const { memberId } = await inputOf(startDemoSessionContract, request, {});
    const found = (await withIdentity(database(), listCast)).find((member) => member.memberId === memberId);
    if (!found?.userId) throw new Problem("NOT_FOUND", "There is no such person in the demo");
    const { userId, organization, roles } = found;
    const expires = new Date(Date.now() + sessionSeconds() * 1000);
    const token = await withIdentity(database(), (tx) =>
      createSession(tx, {
        userId,
        organizationId: organization.id,
        expires,
        device: deviceOf(request.headers.get("user-agent")),
        idleHours: env().SESSION_IDLE_HOURS,
      }),
    );
    await recordSignIn(found, { how: "demo" });
    const cookie = `${sessionCookieName()}=${token}; Path=/; HttpOnly; SameSite=Lax; Expires=${expires.toUTCString()}`;
    return Response.json(
      { memberId, roles },
      {
        headers: {
          ...PRIVATE,
          "x-request-id": requestId,
          "set-cookie": `${cookie}${isSecure() ? "; Secure" : ""}`,
        },
      },
    );
  } catch (error) {
    return problemResponse(error, requestId);
  }
}
