import type { NextRequest } from "next/server";
import NextAuth, { type NextAuthConfig, type Profile } from "next-auth";
import { createTransport } from "nodemailer";
import { authAdapter } from "@/db/auth-adapter";
import { drawToken } from "@/db/writes/sessions";
import { claimedGroups } from "./claimed-roles";
import { sessionSeconds } from "./cookie";
import { database } from "./database";
import { deviceOf } from "./device";
import { env } from "./env";
import { log } from "./log";
import { LINK_HEADER } from "./mail-link";
import { recordSignOut, signedIn } from "./sign-in";

/** A link in a mail is used at once or not at all. */
export const MAIL_LINK_SECONDS = 10 * 60;

/** The one OpenID provider's id in next-auth's addresses; its identity is its issuer. */
export const OIDC = "oidc";

/** What the sign-in page may offer here. */
export function signInOptions(): { oidc: string | null; mail: boolean; demo: boolean } {
  const { AUTH_OIDC_ISSUER, AUTH_OIDC_NAME, SMTP_URL, PLUMBLINE_DEMO } = env();
  return {
    oidc: AUTH_OIDC_ISSUER ? AUTH_OIDC_NAME : null,
    mail: Boolean(SMTP_URL),
    demo: Boolean(PLUMBLINE_DEMO),
  };
}

function config(request: NextRequest | undefined): NextAuthConfig {
  return {
    secret: env().AUTH_SECRET,
    trustHost: true,
    adapter: authAdapter(
      database,
      (provider) => (provider === OIDC ? (env().AUTH_OIDC_ISSUER ?? provider) : provider),
      {
        device: deviceOf(request?.headers.get("user-agent") ?? null),
        idleHours: env().SESSION_IDLE_HOURS,
        beforeEnd: recordSignOut,
      },
    ),
    session: { strategy: "database", maxAge: sessionSeconds(), generateSessionToken: drawToken },
    pages: { signIn: "/sign-in", verifyRequest: "/sign-in/check-mail", error: "/sign-in/error" },
    providers: [...oidcProvider(), ...mailProvider(request?.headers.get(LINK_HEADER))],
    // Only the kind of error: its words may quote an address or what a provider said of somebody.
    logger: {
      error: (error) => log().warn({ security: "sign-on", err: error }, "sign-on refused"),
      warn: (code) => log().warn({ code }, "sign-on"),
    },
    events: {
      async signIn({ user, account, profile }) {
        const byMail = account?.type === "email";
        if (user.id)
          await signedIn(user.id, {
            // The provider's word of this very moment, never an address that was kept from another time.
            provenEmail: byMail ? user.email : vouchedFor(profile),
            how: byMail ? "mail" : "oidc",
            provisionedAs: byMail ? null : provisionedAs(profile),
            claims: claimedGroups(profile),
          });
      },
    },
  };
}

function oidcProvider(): NextAuthConfig["providers"] {
  const { AUTH_OIDC_ISSUER, AUTH_OIDC_ID, AUTH_OIDC_SECRET, AUTH_OIDC_NAME } = env();
  if (!AUTH_OIDC_ISSUER || !AUTH_OIDC_ID) return [];
  return [
    {
      id: OIDC,
      name: AUTH_OIDC_NAME,
      type: "oidc",
      issuer: AUTH_OIDC_ISSUER,
      clientId: AUTH_OIDC_ID,
      ...(AUTH_OIDC_SECRET
        ? { clientSecret: AUTH_OIDC_SECRET }
        : { client: { token_endpoint_auth_method: "none" } }),
      checks: ["pkce", "state", "nonce"],
      // An address that nobody vouches for is not kept: it would stand in the way of whose it is, or let their mail in.
      profile: (claims) => ({ id: claims.sub, name: claims.name ?? null, email: vouchedFor(claims) }),
    },
  ];
}

function vouchedFor(claims: Profile | undefined): string | null {
  return claims?.email_verified === true ? (claims.email ?? null) : null;
}

/** By what a directory's member is known here: the issuer, and the claim that is the directory's external id. */
function provisionedAs(claims: Profile | undefined): { issuer: string; externalId: string } | null {
  const { AUTH_OIDC_ISSUER, AUTH_OIDC_EXTERNAL_ID_CLAIM } = env();
  const externalId = claims?.[AUTH_OIDC_EXTERNAL_ID_CLAIM];
  return AUTH_OIDC_ISSUER && typeof externalId === "string" ? { issuer: AUTH_OIDC_ISSUER, externalId } : null;
}

/** @param token drawn by the door, which ties the link to the browser that asked for it */
function mailProvider(token: string | null | undefined): NextAuthConfig["providers"] {
  const { SMTP_URL, MAIL_FROM } = env();
  if (!SMTP_URL || !MAIL_FROM) return [];
  return [
    {
      id: "nodemailer",
      type: "email",
      name: "E-mail",
      from: MAIL_FROM,
      maxAge: MAIL_LINK_SECONDS,
      ...(token ? { generateVerificationToken: () => token } : {}),
      async sendVerificationRequest({ identifier, url }) {
        await createTransport(SMTP_URL).sendMail({
          to: identifier,
          from: MAIL_FROM,
          subject: "Sign in to Plumbline",
          text: `Sign in to Plumbline:\n${url}\n\nThe link works once, for ten minutes. If you did not ask for it, do nothing.\n`,
        });
      },
    },
  ];
}

// The lazy form: a build has no environment, and nothing connects before the first request.
export const { handlers, signOut } = NextAuth((request) => config(request));
