import { isIgnored, SCIMMY, spoken } from "./protocol";

interface Operation {
  op: string;
  path?: string | undefined;
  value?: unknown;
}

const CORE = /^urn:ietf:params:scim:schemas:core:2\.0:(user|group):/i;
/** One address is kept, whatever kind the directory says it is. */
const ONE_ADDRESS = /^emails\[.*\]\.value$/i;

/** Applies a PATCH to a resource as it stands, and answers how it is to be. */
export async function patched<T extends InstanceType<typeof SCIMMY.Types.Schema>>(
  resource: T,
  { schemas, Operations }: { schemas: string[]; Operations: readonly Operation[] },
): Promise<T> {
  const operations = Operations.flatMap(spelledOut).filter(({ path }) => !path || !isIgnored(path));
  // The message is held to its form even where all that it changes is not kept.
  const message = { schemas, Operations: operations.length > 0 ? operations : Operations };
  let result = resource;
  await spoken(async () => {
    const patch = new SCIMMY.Messages.PatchOp(
      message as ConstructorParameters<typeof SCIMMY.Messages.PatchOp>[0],
    );
    if (operations.length === 0) return;
    await patch.apply(resource, async (target) => {
      result = target;
      return target;
    });
  });
  return result;
}

/**
 * An operation as RFC 7644 would have it, out of what Okta and Entra really send: values without a path become one
 * operation each, a name is merged with the name there is, and "False" is false.
 */
function spelledOut({ op, path, value }: Operation): Operation[] {
  if (path === undefined)
    return isObject(value)
      ? Object.entries(value).flatMap(([key, each]) => spelledOut({ op, path: key, value: each }))
      : [{ op, value }];
  const plain = path.replace(CORE, "");
  if (plain.toLowerCase() === "name" && isObject(value))
    return Object.entries(value).map(([part, each]) => ({ op, path: `name.${part}`, value: each }));
  if (ONE_ADDRESS.test(plain))
    return op.toLowerCase() === "remove"
      ? [{ op, path: "emails" }]
      : [{ op: "replace", path: "emails", value: [{ value, type: "work", primary: true }] }];
  if (plain.toLowerCase() === "emails" && op.toLowerCase() === "add")
    return [{ op: "replace", path: plain, value }];
  if (plain.toLowerCase() === "active") return [{ op, path: plain, value: truth(value) }];
  return [{ op, path: plain, ...(value === undefined ? {} : { value }) }];
}

/** Entra writes booleans as "True" and "False". */
export function truth(value: unknown): unknown {
  if (typeof value !== "string") return value;
  const word = value.toLowerCase();
  return word === "true" ? true : word === "false" ? false : value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
