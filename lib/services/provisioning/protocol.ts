import SCIMMY from "scimmy";
import { Problem } from "@/lib/domain/errors";

/** Attributes of a user that SCIM knows and nothing here needs: taken, and not kept. */
const NOT_KEPT = [
  ...["nickName", "profileUrl", "title", "userType", "preferredLanguage", "locale", "timezone", "password"],
  ...["phoneNumbers", "ims", "photos", "addresses", "entitlements", "roles", "x509Certificates"],
];
const NAME_NOT_KEPT = ["middleName", "honorificPrefix", "honorificSuffix"];

// What the schema says is kept is what is kept. The library has one set of definitions a process.
const { definition } = SCIMMY.Schemas.User;
const known = new Set(definition.attributes.map((attribute) => ("name" in attribute ? attribute.name : "")));
if (NOT_KEPT.every((name) => known.has(name)))
  for (const name of [...NOT_KEPT, ...NAME_NOT_KEPT.map((part) => `name.${part}`)]) definition.truncate(name);
SCIMMY.Resources.declare(SCIMMY.Resources.User);
SCIMMY.Resources.declare(SCIMMY.Resources.Group);

const IGNORED = new Set(
  [
    ...[...NOT_KEPT, ...NAME_NOT_KEPT.map((part) => `name.${part}`)],
    // Ours to say, never the directory's: Okta sends them back all the same.
    ...["id", "meta", "schemas", "groups"],
  ].map((name) => name.toLowerCase()),
);

/** True for an attribute that is taken without a word, by its name or path: known to SCIM, kept by nobody here. */
export function isIgnored(path: string): boolean {
  const [attribute = ""] = path.toLowerCase().split("[");
  return attribute.startsWith("urn:") || IGNORED.has(attribute) || IGNORED.has(attribute.split(".")[0] ?? "");
}

/** Runs the library, and says what it refuses as every refusal here is said. */
export async function spoken<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SCIMMY.Types.Error)
      throw refused(
        error.message,
        "scimType" in error && typeof error.scimType === "string" ? error.scimType : "invalidSyntax",
        error,
      );
    if (error instanceof TypeError) throw refused(error.message, "invalidValue", error);
    throw error;
  }
}

/** A refusal in SCIM's own words: RFC 7644, 3.12. */
export function refused(message: string, scimType: string, cause?: unknown): Problem {
  return new Problem("INVALID", message, { scimType }, cause);
}

/** There is such a user or group already: SCIM's `uniqueness`. */
export function taken(message: string, cause?: unknown): Problem {
  return new Problem("CONFLICT", message, { scimType: "uniqueness" }, cause);
}

export { SCIMMY };
