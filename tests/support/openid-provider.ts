import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";

/** What the provider says of a person: `verified` is its word for the address. */
export interface Claims {
  email: string;
  verified: boolean;
  name: string;
}

export interface OpenIdProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  stop(): Promise<void>;
}

/** A real OpenID provider on loopback, with its own sign-in form: the login typed there is the subject. */
export async function startOpenIdProvider(
  appAddress: string,
  people: Record<string, Claims>,
): Promise<OpenIdProvider> {
  const clientSecret = randomBytes(24).toString("base64url");
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const issuer = `http://localhost:${port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: "plumbline",
        client_secret: clientSecret,
        redirect_uris: [`${appAddress}/api/auth/callback/oidc`],
      },
    ],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    conformIdTokenClaims: false,
    findAccount: (_ctx, id) => {
      const person = people[id];
      if (!person) return undefined;
      const { email, verified, name } = person;
      return { accountId: id, claims: () => ({ sub: id, email, email_verified: verified, name }) };
    },
    cookies: { keys: [randomBytes(16).toString("hex")] },
    // Deciding by hand, at sign-in only: consent is the test's, not the person's.
    async loadExistingGrant(ctx) {
      const { client, session } = ctx.oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new ctx.oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
  });
  server.on("request", provider.callback());
  return {
    issuer,
    clientId: "plumbline",
    clientSecret,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
