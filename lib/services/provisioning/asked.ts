import { UUID_PATTERN } from "@/lib/domain/ids";
import { refused, SCIMMY, spoken } from "./protocol";

/** More on one page than any directory asks for. */
export const PAGE_MAX = 200;
const PAGE_USUAL = 100;
/** Nobody has so many members; a larger offset is a mistake, not a page. */
const OFFSET_MAX = 10_000_000;

interface Asked {
  filter?: string | undefined;
  startIndex?: number | undefined;
  count?: number | undefined;
}

/** A list's page, counted from one as SCIM does; below that means the first, and a negative count none. */
export function pageOf({ startIndex = 1, count = PAGE_USUAL }: Asked) {
  const first = Math.min(Math.max(startIndex, 1), OFFSET_MAX);
  return { first, page: { offset: first - 1, limit: Math.min(Math.max(count, 0), PAGE_MAX) } };
}

/**
 * The attributes that a filter compares, each with its value; one that cannot hold (an id that is none) is null.
 * Only `eq`, joined by `and`: a directory looks for one user or group by a name or an id of its own.
 */
export async function matchOf<Name extends string>(
  { filter }: Asked,
  names: readonly Name[],
): Promise<Partial<Record<Name, string>> | null> {
  if (filter === undefined) return {};
  const [comparisons, ...others] = await spoken(() => [...new SCIMMY.Types.Filter(filter)]);
  if (!comparisons || others.length > 0) throw unanswered(names);
  const match: Partial<Record<Name, string>> = {};
  for (const [attribute, comparison] of Object.entries(comparisons)) {
    const name = names.find((one) => one.toLowerCase() === attribute.toLowerCase());
    const [how, value, ...more] = Array.isArray(comparison) ? comparison : [];
    if (!name || String(how).toLowerCase() !== "eq" || typeof value !== "string" || more.length > 0)
      throw unanswered(names);
    match[name] = value;
  }
  return "id" in match && !isId(String(match.id)) ? null : match;
}

export function isId(text: string): boolean {
  return UUID_PATTERN.test(text);
}

/** Which attributes an answer is to have, in the library's form. */
export async function wanted(asked: {
  attributes?: string | undefined;
  excludedAttributes?: string | undefined;
}) {
  const { attributes, excludedAttributes } = asked;
  const list = attributes ?? excludedAttributes;
  if (list === undefined) return undefined;
  const how = attributes === undefined ? "np" : "pr";
  const names = list
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
  if (names.length === 0) return undefined;
  return spoken(() => new SCIMMY.Types.Filter(names.map((name) => `${name} ${how}`).join(" and ")));
}

function unanswered(names: readonly string[]) {
  return refused(
    `Only ${names.map((name) => `${name} eq "..."`).join(", ")} can be filtered by`,
    "invalidFilter",
  );
}

/** One page of a list, in SCIM's form. */
export function listed(resources: readonly object[], total: number, first: number) {
  const list = new SCIMMY.Messages.ListResponse([...resources] as never[], {
    totalResults: total,
    itemsPerPage: resources.length,
  });
  // The library would cut a page out of what is one already.
  return { ...list, startIndex: first };
}
