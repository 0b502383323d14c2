import { type inferParserType, parseAsArrayOf, parseAsString, parseAsStringLiteral } from "nuqs/server";
import type { ListQueryInput } from "@/lib/client/candidate-windows";
import type { CandidateRow } from "@/lib/contracts/candidates";
import { LIST_MARKS, LIST_ORDERS, LIST_SORTS, type ListSort, STAGES } from "@/lib/domain/candidate-list";
import { DIMENSIONS } from "@/lib/domain/scale";
import { TRAPS } from "@/lib/domain/traps";

export const LIST_VIEWS = ["list", "heatmap"] as const;

/** Columns that can be put away; who it is and the box to choose with always stay. */
export const COLUMNS = ["submitted", "composite", ...DIMENSIONS, "marks", "waiting", "activity"] as const;
export type Column = (typeof COLUMNS)[number];

/** Names of the columns whose name is not the rubric's. */
export const COLUMN_LABELS = {
  submitted: "Submitted",
  composite: "Composite",
  marks: "Marks",
  waiting: "Waiting",
  activity: "Last activity",
} as const satisfies Partial<Record<Column, string>>;

/** What the address of the list holds, so that a link shows another person the same list. */
export const listParams = {
  opening: parseAsString,
  view: parseAsStringLiteral(LIST_VIEWS).withDefault("list"),
  q: parseAsString.withDefault(""),
  stage: parseAsStringLiteral(STAGES),
  only: parseAsStringLiteral(LIST_MARKS),
  trap: parseAsStringLiteral(TRAPS),
  sort: parseAsStringLiteral(LIST_SORTS).withDefault("composite"),
  order: parseAsStringLiteral(LIST_ORDERS).withDefault("first"),
  hide: parseAsArrayOf(parseAsStringLiteral(COLUMNS)).withDefault([]),
  pick: parseAsArrayOf(parseAsString).withDefault([]),
};

/** The parsed address. */
export type ListState = inferParserType<typeof listParams>;

/** What the address asks the server for: the same for list, heatmap and files. */
export function queryOf({ opening, q, stage, only, trap, sort, order }: ListState): ListQueryInput {
  return {
    ...(opening ? { openingId: opening } : {}),
    ...(q.trim() ? { q: q.trim() } : {}),
    ...(stage ? { stage } : {}),
    ...(only ? { only } : {}),
    ...(trap ? { trap } : {}),
    sort,
    order,
  };
}

/** What one looks for first is the highest figure, but A among names. */
export const isDescending = (sort: ListSort, order: ListState["order"]) =>
  (order === "first") === (sort !== "name");

/** True when something other than the opening narrows the list. */
export const isFiltered = ({ q, stage, only, trap }: ListState) => Boolean(q.trim() || stage || only || trap);

/** What a saved view keeps: how to look, never at whom. A search is of the moment and may be a name. */
const KEPT = ["view", "stage", "only", "trap", "sort", "order", "hide"] as const;

/** The part of an address that makes a view, in a fixed order: the same view is the same text. */
export function viewQuery(search: string): string {
  const present = new URLSearchParams(search);
  return new URLSearchParams(
    KEPT.flatMap((key) => {
      const value = present.get(key);
      return value === null ? [] : [[key, value]];
    }),
  ).toString();
}

/** The chosen candidates in the order of choosing; one whose row has not been seen yet has no name. */
export function chosenRows(pick: readonly string[], seen: ReadonlyMap<string, CandidateRow>) {
  return pick.map((applicationId) => ({
    applicationId,
    name: seen.get(applicationId)?.candidate.name ?? null,
  }));
}
