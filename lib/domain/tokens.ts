/**
 * What a program with a token may do: look, or look and change, as the member who made it; or be the directory that
 * keeps members and groups, and nothing else.
 */
export const TOKEN_SCOPES = ["read", "write", "provisioning"] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];
