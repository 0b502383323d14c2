import { NextRequest } from "next/server";
import { withIdentity } from "@/db/context";
import { endSessionByHash } from "@/db/writes/sessions";
import { email } from "@/lib/contracts/values";
import { Problem } from "@/lib/domain/errors";
import { handlers, MAIL_LINK_SECONDS } from "./auth";
import { addressOf } from "./caller";
import { sessionCookieName, tokenHashOf } from "./cookie";
import { database } from "./database";
import { env } from "./env";
import { refuseForeignOrigin } from "./input";
import { spend } from "./limits";
import { log } from "./log";
import { drawLinkToken, isOwnLink, LINK_HEADER, linkCookie } from "./mail-link";
import { PRIVATE, problemResponse } from "./problems";
import { requestIdOf } from "./route";

/** A form of next-auth's holds an address, a token and an address to return to. */
const FORM_MAX_BYTES = 10_000;
const FORM_TYPE = "application/x-www-form-urlencoded";

/** next-auth behind our own rules: same origin, small forms, one written form of an address, and limits. */
export async function GET(request: NextRequest): Promise<Response> {
  return guarded(request, async () => {
    if (/\/(callback|signin)\//.test(request.nextUrl.pathname))
      await spend(["signInByAddress", addressOf(request)]);
    const { pathname, searchParams } = request.nextUrl;
    // Refused before it is used up: in the right browser the link still works.
    if (pathname.endsWith("/callback/nodemailer") && !isOwnLink(searchParams.get("token"), request.cookies)) {
      log().warn({ security: "sign-on", rule: "other-browser" }, "sign-on refused");
      return Response.redirect(`${new URL(env().AUTH_URL).origin}/sign-in/error?error=OtherBrowser`, 303);
    }
    if (!pathname.includes("/callback/")) return handlers.GET(request);
    const answer = await handlers.GET(asNobody(request));
    await endReplaced(request, answer);
    return answer;
  });
}

/**
 * A way in begins and ends as nobody: with a session beside it, next-auth would add the account that comes back to the
 * person who is still signed in, which on a shared machine is somebody else.
 */
function asNobody(request: NextRequest): NextRequest {
  const headers = new Headers(request.headers);
  const kept = request.cookies.getAll().filter(({ name }) => !name.startsWith(sessionCookieName()));
  headers.set("cookie", kept.map(({ name, value }) => `${name}=${value}`).join("; "));
  return new NextRequest(request.url, { headers });
}

/** The session that this browser had until now would otherwise live on with nobody to end it. */
async function endReplaced(request: NextRequest, answer: Response): Promise<void> {
  const before = tokenHashOf(request.cookies);
  const replaced = answer.headers.getSetCookie().some((line) => line.startsWith(`${sessionCookieName()}=`));
  if (before && replaced) await withIdentity(database(), (tx) => endSessionByHash(tx, before));
}

export async function POST(request: NextRequest): Promise<Response> {
  return guarded(request, async () => {
    refuseForeignOrigin(request);
    const form = await formOf(request);
    if (/\/(callback|signin)\//.test(request.nextUrl.pathname))
      await spend(["signInByAddress", addressOf(request)]);
    const asksForLink = request.nextUrl.pathname.endsWith("/signin/nodemailer");
    if (asksForLink) await admitMail(form, addressOf(request));
    const token = asksForLink ? drawLinkToken() : null;
    const headers = new Headers(request.headers);
    if (token) headers.set(LINK_HEADER, token);
    const answer = await handlers.POST(
      new NextRequest(request.url, { method: "POST", headers, body: form.toString() }),
    );
    if (token) answer.headers.append("set-cookie", linkCookie(token, MAIL_LINK_SECONDS));
    return answer;
  });
}

/** The same for an address we know and one we do not: the same checks, the same mail, the same time. */
async function admitMail(form: URLSearchParams, address: string): Promise<void> {
  const written = email.safeParse(form.get("email"));
  if (!written.success || !/^[\x21-\x7e]+$/.test(written.data)) {
    throw new Problem("INVALID", "Write an e-mail address such as ada@example.com", { field: "email" });
  }
  await spend(["signInByAccount", `${written.data} ${address}`], ["mailByAccount", written.data]);
  form.set("email", written.data);
}

async function formOf(request: NextRequest): Promise<URLSearchParams> {
  if (!request.headers.get("content-type")?.startsWith(FORM_TYPE)) {
    throw new Problem("UNSUPPORTED", `Send ${FORM_TYPE}`);
  }
  if (Number(request.headers.get("content-length") ?? Number.POSITIVE_INFINITY) > FORM_MAX_BYTES) {
    throw new Problem("TOO_LARGE", "The form is too large");
  }
  return new URLSearchParams(await request.text());
}

async function guarded(request: NextRequest, answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    const refusal = problemResponse(error, requestIdOf(request), { call: "signOn" });
    // next-auth's browser side reads the reason out of an address.
    const code = refusal.status === 429 ? "TooMany" : "AccessDenied";
    const url = `${new URL(env().AUTH_URL).origin}/sign-in/error?error=${code}`;
    const headers = new Headers(refusal.headers);
    headers.delete("content-length");
    return Response.json(
      { ...Object(await refusal.json()), url },
      { status: refusal.status, headers: { ...Object.fromEntries(headers), ...PRIVATE } },
    );
  }
}
