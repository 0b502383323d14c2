/** What a program with a token may do: look, or look and change, as the member who made it. */
export const TOKEN_SCOPES = ["read", "write"] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];
