/**
 * "Not enough data" is a value. Every statistic answers with an Outcome: a figure, or one closed
 * reason why there is none. NaN, 0 and 1 are never used to mean "cannot say".
 *
 * Range: a value, or one of UNDEFINED_REASONS. Unit: that of the figure. Undefined: this is what it says.
 * Minimum n: none.
 * Source: Krippendorff (2018), Content Analysis, ch. 12 (ISBN 978-1506395661), on alpha of constant data, which is 0/0
 * and not 1; our own rule otherwise.
 *
 * @example
 * const alpha = krippendorffAlpha(counts, "ordinal");
 * alpha.ok ? alpha.value.estimate : alpha.reason; // .815..., or "no-variation"
 */

/** The reasons a figure may be missing; screens translate these, nothing else invents one. */
export const UNDEFINED_REASONS = [
  "no-ratings", // the table is empty
  "no-pairs", // nobody was rated by two people
  "no-variation", // every rating is the same: 0/0
  "one-rater", // severity and agreement need a second person
  "too-few-units", // fewer units than the rule asks for
  "too-few-raters", // fewer raters than the rule asks for
  "too-many-raters", // above the size this figure is computed for
  "too-many-ratings", // above the size this figure is computed for while somebody waits
  "too-few-ratings", // fewer ratings than parameters, or than the rule asks for
  "too-few-dimensions", // halo needs several dimensions in one sheet
  "incomplete-table", // the coefficient exists for complete tables only
  "complete-table", // nothing is left to add: everybody has seen everybody
  "disconnected", // no chain of shared units links the two sides
  "not-connected-over-time", // drift cannot be told from changing units
  "too-few-times", // fewer time points than a slope needs
  "invalid-scale", // the scores do not suit the metric (zero or signed scores on a ratio scale)
  "all-extreme", // every score at one end of the scale: a Rasch measure has no finite estimate
  "not-converged", // the fit did not settle; a figure would be an artefact of where it stopped
] as const;

export type UndefinedReason = (typeof UNDEFINED_REASONS)[number];

/** A figure that does not exist, and why. `missing` says how many more units, raters... are needed. */
export interface Undefined {
  readonly ok: false;
  readonly reason: UndefinedReason;
  readonly detail: string;
  readonly missing?: number;
}

export interface Defined<T> {
  readonly ok: true;
  readonly value: T;
}

export type Outcome<T> = Defined<T> | Undefined;

/** Lower and upper end, in the unit of the figure they belong to. */
export type Interval = readonly [lower: number, upper: number];

/** Wraps a figure that exists. */
export function defined<T>(value: T): Defined<T> {
  return { ok: true, value };
}

/** Says why there is no figure; `missing` only where a count is what is short. */
export function undefinedFor(reason: UndefinedReason, detail: string, missing?: number): Undefined {
  return missing === undefined ? { ok: false, reason, detail } : { ok: false, reason, detail, missing };
}

/** Applies `change` to a figure that exists; a missing one passes through with its reason. */
export function mapOutcome<T, U>(outcome: Outcome<T>, change: (value: T) => U): Outcome<U> {
  return outcome.ok ? defined(change(outcome.value)) : outcome;
}
