import { generateKeyPairSync, sign } from "node:crypto";
import { createServer } from "node:http";

/** What the issuer is to put into the next identity token, beyond what an honest one would. */
export interface Mischief {
  claims?: Record<string, unknown>;
  /** Leaves the signature out, and says so in the header. */
  unsigned?: true;
}

export interface CrookedIssuer {
  issuer: string;
  /** Holds for every token from now on. */
  plays(mischief: Mischief): void;
  stop(): Promise<void>;
}

const KEY_ID = "k1";
const HOUR_S = 3600;

/**
 * An OpenID issuer that can be told to lie: real discovery, keys and signed tokens over loopback, so that what a client
 * must refuse can be sent to it. No library does that on purpose.
 */
export async function startCrookedIssuer(clientId: string): Promise<CrookedIssuer> {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  let mischief: Mischief = {};
  let issuer = "";
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", issuer);
    const answers: Record<string, () => unknown> = {
      "/.well-known/openid-configuration": () => ({
        issuer,
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/userinfo`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ["code"],
        subject_types_supported: ["public"],
        id_token_signing_alg_values_supported: ["RS256"],
        code_challenge_methods_supported: ["S256"],
      }),
      "/keys": () => ({
        keys: [{ ...publicKey.export({ format: "jwk" }), kid: KEY_ID, alg: "RS256", use: "sig" }],
      }),
      "/token": () => ({ access_token: "a", token_type: "Bearer", expires_in: 60, id_token: identity() }),
    };
    const answer = answers[pathname]?.();
    response.writeHead(answer ? 200 : 404, { "content-type": "application/json" });
    response.end(JSON.stringify(answer ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  issuer = `http://localhost:${bound !== null && typeof bound === "object" ? bound.port : 0}`;

  function identity(): string {
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: issuer, aud: clientId, iat: now, exp: now + HOUR_S, ...mischief.claims };
    const header = mischief.unsigned ? { alg: "none" } : { alg: "RS256", kid: KEY_ID };
    const body = [header, claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
      .join(".");
    if (mischief.unsigned) return `${body}.`;
    return `${body}.${sign("sha256", Buffer.from(body), privateKey).toString("base64url")}`;
  }

  return {
    issuer,
    plays: (next) => {
      mischief = next;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
