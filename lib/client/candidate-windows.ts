import type { z } from "zod";
import type { CandidateRow, listCandidatesContract } from "@/lib/contracts/candidates";
import type { OutputOf } from "@/lib/contracts/contract";
import type { listQueryObject } from "@/lib/contracts/list-query";

export type CandidateListing = OutputOf<typeof listCandidatesContract>;

/** Which candidates, in which order, before the contract's defaults. */
export type ListQueryInput = z.input<typeof listQueryObject>;

/** Rows of one window: what the server answers when it is not told otherwise. */
export const WINDOW_ROWS = 200;

/** A long list as far as it has been read: the newest answer's totals, and rows by their place in the whole list. */
export interface HeldList {
  listing: CandidateListing;
  rows: ReadonlyMap<number, CandidateRow>;
}

/** A list of which one window is known. */
export function heldFrom(listing: CandidateListing): HeldList {
  return { listing, rows: new Map(listing.candidates.map((row, at) => [listing.offset + at, row])) };
}

/**
 * Puts a further window beside those already read. Its totals are newer, so they count; one that was read before
 * what is held is passed over, and asked for again when it is in sight.
 */
export function joined(held: HeldList, listing: CandidateListing): HeldList {
  if (listing.asOf < held.listing.asOf) return held;
  return { listing, rows: new Map([...held.rows, ...heldFrom(listing).rows]) };
}

/** Offsets of the windows that hold these places and have not been read. */
export function missingWindows(held: HeldList, [first, last]: readonly [number, number]): number[] {
  const end = Math.min(last, held.listing.matching - 1);
  const offsets = new Set<number>();
  for (let at = Math.max(0, first); at <= end; at += 1) {
    if (!held.rows.has(at)) offsets.add(Math.floor(at / WINDOW_ROWS) * WINDOW_ROWS);
  }
  return [...offsets];
}
