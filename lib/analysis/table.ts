import type { SkippedLines } from "./skipped";

/** A ratings file as typed columns, every line either in it or named among the skipped. */
export interface Table {
  readonly candidate: Int32Array;
  readonly rater: Int32Array;
  /** All 0 where the file has no dimensions. */
  readonly dimension: Int32Array;
  /** Occasion, numbered; all 0 where the file has no times. */
  readonly occasion: Int32Array;
  /** When each occasion was, as it was written; absent where nothing was. */
  readonly times?: readonly string[];
  readonly score: Float64Array;
  readonly line: Int32Array;
  readonly candidates: readonly string[];
  readonly raters: readonly string[];
  readonly dimensions: readonly string[];
  readonly skipped: SkippedLines;
  readonly ignoredColumns: readonly string[];
  /** Times nobody can read: the ratings stay, as given at no known time. */
  readonly unreadTimes: SkippedLines;
  /** Lines swallowed by a quote that is never closed. */
  readonly unclosed?: { readonly from: number; readonly to: number };
  /** Lines that were not UTF-8 and were read as Windows-1252. */
  readonly western: { readonly lines: number; readonly firstLine: number };
}

/** Nothing can be computed from the file; the message says why and what to do. */
export class UnreadableFile extends Error {}
