import type { Outcome, UndefinedReason } from "../stats/outcome";
import { inWords } from "./in-words";
import type { Skipped } from "./skipped";

/** What stands where a figure does not exist. */
export interface Missing {
  readonly undefined: UndefinedReason;
  readonly detail: string;
}

export type Maybe<T> = T | Missing;

/** The report as `--json` prints it; others build on this shape, so it does not change. */
export interface Report {
  readonly input: {
    readonly ratings: number;
    readonly candidates: number;
    readonly raters: number;
    readonly dimensions: readonly string[];
    readonly skipped: readonly Skipped[];
    readonly components: number;
  };
  readonly agreement: readonly AgreementReport[];
  readonly model: Maybe<ModelReport>;
  readonly raters: readonly RaterReport[];
  readonly candidates: readonly CandidateReport[];
  readonly panelSize: PanelSizeReport;
  readonly tieGroups: Maybe<readonly (readonly string[])[]>;
  readonly warnings: readonly string[];
}

export interface AgreementReport {
  readonly dimension: string;
  readonly alpha: Maybe<{
    readonly metric: "ordinal" | "interval";
    readonly estimate: number;
    readonly interval: Maybe<readonly [number, number]>;
    readonly units: number;
  }>;
  readonly ac2: Maybe<{
    readonly weights: "quadratic";
    readonly estimate: number;
    readonly interval: Maybe<readonly [number, number]>;
  }>;
}

export interface ModelReport {
  readonly intercept: { readonly estimate: number; readonly se: number };
  readonly variance: {
    readonly candidate: number;
    readonly rater: number;
    readonly residual: number;
    readonly candidateDimension?: number;
    readonly raterDimension?: number;
    readonly candidateRater?: number;
  };
  readonly remlCriterion: Maybe<number>;
  readonly method: "exact" | "iterative" | "integrated";
}

export interface RaterReport {
  readonly rater: string;
  readonly severity: Maybe<number>;
  readonly se: Maybe<number>;
  readonly ratings: number;
  readonly candidates: number;
}

export interface CandidateReport {
  readonly candidate: string;
  readonly raw: number;
  readonly fair: Maybe<number>;
  readonly se: Maybe<number>;
  readonly ratings: number;
  readonly raters: number;
  readonly expectedRank: Maybe<number>;
}

export interface PanelSizeReport {
  readonly phi: Maybe<readonly { readonly interviewers: number; readonly phi: number }[]>;
  readonly for80: Maybe<number>;
}

/** A figure, or its reason in the report's words. */
export function shown<T, U>(outcome: Outcome<T>, show: (value: T) => U): Maybe<U> {
  return outcome.ok ? show(outcome.value) : { undefined: outcome.reason, detail: inWords(outcome.detail) };
}

export function isMissing(value: unknown): value is Missing {
  return typeof value === "object" && value !== null && "undefined" in value;
}
