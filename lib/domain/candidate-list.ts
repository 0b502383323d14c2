import type { Composite } from "./composite";
import type { Dimension } from "./scale";
import { DIMENSIONS } from "./scale";
import type { Trap } from "./traps";

/** How far a candidate's interviews are, from seats alone: never from what a scorecard says. */
export const STAGES = ["not-scheduled", "scheduled", "scoring", "complete"] as const;
export type Stage = (typeof STAGES)[number];

/** What a filter may ask of a row; several together must all hold. */
export const LIST_MARKS = ["composite", "unscored", "missing", "overdue", "split", "trap", "blind"] as const;
export type ListMark = (typeof LIST_MARKS)[number];

export const LIST_SORTS = ["composite", "name", "submitted", "activity", "waiting", ...DIMENSIONS] as const;
export type ListSort = (typeof LIST_SORTS)[number];

/** "first" begins with what one looks for first: highest figure, A, most missing, latest activity, longest wait. */
export const LIST_ORDERS = ["first", "last"] as const;
export type ListOrder = (typeof LIST_ORDERS)[number];

/**
 * Where the interviews stand at `now`: none arranged; all still to come; waiting for scorecards; every seat in.
 * @param heldAt the time of the earliest interview, null without one
 */
export function stageOf(
  { seats, submitted, heldAt }: { seats: number; submitted: number; heldAt: Date | null },
  now: Date,
): Stage {
  if (heldAt === null) return "not-scheduled";
  if (seats > 0 && submitted >= seats) return "complete";
  return submitted === 0 && heldAt > now ? "scheduled" : "scoring";
}

/** What filters and orders read of a row: figures as its viewer sees them, nothing hidden from them. */
export interface Listed {
  applicationId: string;
  candidate: { name: string };
  stage: Stage;
  seats: number;
  submitted: number;
  composite: Composite;
  dimensions: Record<Dimension, { quality: number | null }>;
  split: boolean;
  traps: readonly { trap: Trap }[];
  lastActivityAt: string | null;
  waitingSince: string | null;
  blind: boolean;
}

export interface ListFilter {
  q?: string | undefined;
  stage?: Stage | undefined;
  only?: readonly ListMark[] | undefined;
  trap?: Trap | undefined;
}

const SHOWS: Record<ListMark, (row: Listed) => boolean> = {
  composite: (row) => row.composite.state === "complete",
  unscored: (row) => row.submitted === 0,
  missing: (row) => row.submitted < row.seats,
  overdue: (row) => row.waitingSince !== null,
  split: (row) => row.split,
  trap: (row) => row.traps.length > 0,
  blind: (row) => row.blind,
};

const plain = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();

/** Rows whose name holds every word of the search, accents aside, and that every filter lets through. */
export function filteredRows<T extends Listed>(
  rows: readonly T[],
  { q = "", stage, only = [], trap }: ListFilter,
): T[] {
  const words = plain(q).split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    if (stage !== undefined && row.stage !== stage) return false;
    if (trap !== undefined && !row.traps.some((flag) => flag.trap === trap)) return false;
    if (!only.every((mark) => SHOWS[mark](row))) return false;
    if (words.length === 0) return true;
    const name = plain(row.candidate.name);
    return words.every((word) => name.includes(word));
  });
}

/** A sort's figure, higher first; null where there is none. "name" has no figure of its own. */
function figureOf(sort: Exclude<ListSort, "name">): (row: Listed) => number | null {
  switch (sort) {
    case "composite":
      // As printed: what reads 4.39 and 4.39 stands level, whatever the third decimal.
      return ({ composite }) =>
        composite.state === "complete" ? Math.round(composite.value * 100) / 100 : null;
    case "submitted":
      return (row) => row.seats - row.submitted;
    case "activity":
      return (row) => (row.lastActivityAt === null ? null : Date.parse(row.lastActivityAt));
    case "waiting":
      return (row) => (row.waitingSince === null ? null : -Date.parse(row.waitingSince));
    default:
      return (row) => row.dimensions[sort].quality;
  }
}

const names = new Intl.Collator("en", { numeric: true });

/**
 * Rows in the order asked for. No figure is not a low figure: rows without one stand at the end either way.
 * Ties go by name, then by id, so that the same list comes in the same order on every page and in every file.
 */
export function sortedRows<T extends Listed>(rows: readonly T[], sort: ListSort, order: ListOrder): T[] {
  const byName = (a: T, b: T) =>
    names.compare(a.candidate.name, b.candidate.name) || (a.applicationId < b.applicationId ? -1 : 1);
  const turn = order === "first" ? 1 : -1;
  if (sort === "name") return [...rows].sort((a, b) => byName(a, b) * turn);
  const figure = figureOf(sort);
  const keyed = rows.map((row) => ({ row, figure: figure(row) }));
  keyed.sort((a, b) => {
    if (a.figure === null || b.figure === null) {
      return Number(a.figure === null) - Number(b.figure === null) || byName(a.row, b.row);
    }
    return (b.figure - a.figure) * turn || byName(a.row, b.row);
  });
  return keyed.map(({ row }) => row);
}
