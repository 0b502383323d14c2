import { z } from "zod";
import { TOKEN_SCOPES } from "@/lib/domain/tokens";
import { contract } from "./contract";
import { id, instant, name, person } from "./values";

/** A token that nobody looks after must not live for ever. */
export const TOKEN_DAYS_MAX = 365;

export const tokenRow = z.object({
  id,
  name: z.string(),
  /** The first characters, by which you tell one from another. */
  prefix: z.string(),
  scope: z.enum(TOKEN_SCOPES),
  member: person,
  createdAt: instant,
  expiresAt: instant,
  /** To within five minutes. */
  lastUsedAt: instant.nullable(),
});
export type TokenRow = z.output<typeof tokenRow>;

export const listTokensContract = contract({
  name: "listTokens",
  method: "GET",
  path: "/tokens",
  summary: "Your API tokens; for administrators, everybody's. Never their secret.",
  input: z.strictObject({}),
  output: z.object({ tokens: z.array(tokenRow) }),
  personal: true,
});

export const createTokenContract = contract({
  name: "createToken",
  method: "POST",
  path: "/tokens",
  summary: "Make a token for a program that acts as you. The secret is told this once.",
  input: z.strictObject({
    name,
    scope: z.enum(TOKEN_SCOPES),
    days: z.int().min(1).max(TOKEN_DAYS_MAX),
  }),
  output: z.object({ tokenId: id, token: z.string(), expiresAt: instant }),
  personal: true,
});

export const revokeTokenContract = contract({
  name: "revokeToken",
  method: "DELETE",
  path: "/tokens/{tokenId}",
  summary: "Revoke a token. The next request with it is refused.",
  input: z.strictObject({ tokenId: id }),
  output: z.object({ tokenId: id }),
  personal: true,
});
