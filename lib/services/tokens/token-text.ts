import { createHash, randomBytes } from "node:crypto";

const PREFIX = "plumbline_";
/** 256 random bits. */
const SECRET_BYTES = 32;
const CHECK_CHARACTERS = 6;
/** Enough to tell one's own tokens apart, and to look one up in a leak: 36 of 256 bits. */
const SHOWN_SECRET_CHARACTERS = 6;
/** A uuid is 16 bytes, 22 characters of base64url; the secret is 43. */
const SHAPE = /^plumbline_([\w-]{22})([\w-]{43})([\w-]{6})$/;

/**
 * A token's text: a prefix that secret scanners find, the organisation it belongs to, the secret, and a checksum that
 * tells a mistyped token from a wrong one without asking the database.
 */
export function makeToken(organizationId: string): { text: string; prefix: string } {
  const organization = Buffer.from(organizationId.replaceAll("-", ""), "hex").toString("base64url");
  const secret = randomBytes(SECRET_BYTES).toString("base64url");
  const body = `${PREFIX}${organization}${secret}`;
  return {
    text: `${body}${checksum(body)}`,
    prefix: `${PREFIX}…${secret.slice(0, SHOWN_SECRET_CHARACTERS)}`,
  };
}

/** The organisation and hash of a token, or null when it is none. */
export function readToken(text: string): { organizationId: string; hash: string } | null {
  const [, organization, , check] = SHAPE.exec(text) ?? [];
  if (!organization || check !== checksum(text.slice(0, -CHECK_CHARACTERS))) return null;
  const hex = Buffer.from(organization, "base64url").toString("hex");
  const organizationId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return { organizationId, hash: hashOfToken(text) };
}

export function hashOfToken(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** True for text that holds something of a token's form: it is in the wrong place there. */
export function holdsToken(text: string): boolean {
  return /plumbline_[\w-]{22}/.test(text);
}

function checksum(body: string): string {
  return createHash("sha256").update(body).digest("base64url").slice(0, CHECK_CHARACTERS);
}
