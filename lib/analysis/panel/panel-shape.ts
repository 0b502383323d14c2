import type { Outcome, UndefinedReason } from "../../stats/outcome";
import { inWords } from "../in-words";

/** Why a figure is missing, and how many more units, people or times it takes where a count is short. */
export interface PanelMissing {
  readonly undefined: UndefinedReason;
  readonly detail: string;
  readonly missing?: number;
}
export type Told<T> = T | PanelMissing;

/** Everything a panel sheet says of a table of ratings: `analyze --panel --json` prints it, the sheet draws it. */
export interface PanelFigures {
  readonly ratings: number;
  readonly candidates: number;
  readonly dimensions: readonly DimensionFigures[];
  /** In the order of the table's raters. */
  readonly raters: readonly RaterFigures[];
  readonly panelSize: PanelSizeFigures;
  /** Slope of all raters together on the others' mean: what each is compared with. */
  readonly poolSlope: Told<number>;
  readonly links: LinkFigures;
  readonly warnings: readonly string[];
}

export interface DimensionFigures {
  readonly dimension: string;
  /** The levels of its scale, low end first; empty where scores are measurements. */
  readonly levels: readonly number[];
  /** Candidates with two or more ratings. */
  readonly units: number;
  /** How many of them have a largest difference of 0, 1, 2 ... points; empty where there are no levels. */
  readonly spread: readonly number[];
  readonly percentAgreement: Told<number>;
  readonly withinOne: Told<number>;
  readonly alpha: Told<{ readonly estimate: number; readonly interval: Told<readonly [number, number]> }>;
  readonly boundaries: Told<readonly BoundaryFigure[]>;
}

/** How far the line between two neighbouring levels splits raters. */
export interface BoundaryFigure {
  readonly below: number;
  readonly above: number;
  /** Pairs of ratings of one candidate that stand on both sides of it. */
  readonly parted: number;
  /** Of all disagreement on the dimension, how much lies at this line; shares add up to 1. */
  readonly share: number;
  /** Agreement on "above it or not" beyond chance. */
  readonly agreement: Told<number>;
}

export interface RaterFigures {
  readonly rater: string;
  readonly candidates: number;
  /** Candidates that somebody else scored too. */
  readonly sharedCandidates: number;
  /** By dimension, how often each level was given. */
  readonly use: readonly (readonly number[])[];
  readonly severity: Told<SeverityFigure>;
  readonly halo: Told<HaloFigure>;
  readonly range: Told<RangeFigure>;
  readonly drift: Told<readonly DriftPoint[]>;
}

/** Does one impression colour the whole sheet? */
export interface HaloFigure {
  /** Complete sheets on candidates that somebody else scored too. */
  readonly sheets: number;
  /** Mean correlation of two dimensions once what the others said is taken away. */
  readonly residualCorrelation: Told<number>;
  /** The same before taking it away: candidates who are good all round show here too. */
  readonly rawCorrelation: Told<number>;
  /** Spread within own sheets over that in the others'. */
  readonly spreadRatio: Told<number>;
  /** Share of sheets with one quality on every dimension. */
  readonly identicalShare: number;
}

/** Who keeps to the middle, and who follows the differences that the others see. */
export interface RangeFigure {
  readonly ratings: number;
  readonly middleShare: number;
  readonly extremeShare: number;
  readonly spreadRatio: Told<number>;
  readonly slope: Told<{ readonly estimate: number; readonly se: number }>;
}

/** One scorecard on the control chart: the fading mean of a rater's departures from colleagues, and its limits. */
export interface DriftPoint {
  /** Milliseconds. */
  readonly at: number;
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  readonly outside: boolean;
}

export interface SeverityFigure {
  /** Positive is harsher than the panel. */
  readonly estimate: number;
  readonly se: number;
  readonly interval: readonly [number, number];
  readonly verdict: "harsher" | "milder" | "in line";
}

export interface PanelSizeFigures {
  readonly phi: Told<
    readonly {
      readonly interviewers: number;
      readonly phi: number;
      readonly interval: Told<readonly [number, number]>;
    }[]
  >;
  readonly for80: Told<{ readonly estimate: number; readonly interval: Told<readonly [number, number]> }>;
  /** Interviewers a candidate has, on average; null without candidates. */
  readonly now: number | null;
}

/** Whether everybody can be compared with everybody, and which interview would help most. */
export interface LinkFigures {
  /** Raters by group, the largest first; within a group a chain of shared candidates leads from each to each. */
  readonly groups: readonly (readonly string[])[];
  /** Raters without whom the others would fall apart. */
  readonly cutRaters: readonly string[];
  readonly extra: Told<{
    readonly candidate: string;
    readonly rater: string;
    /** Mean variance of a difference of two severities, in units of the residual: today, and with it. */
    readonly varianceNow: number;
    readonly varianceThen: number;
  }>;
}

/** A figure, or its reason with what is short. */
export function told<T, U>(outcome: Outcome<T>, tell: (value: T) => U): Told<U> {
  if (outcome.ok) return tell(outcome.value);
  const { reason, detail, missing } = outcome;
  return { undefined: reason, detail: inWords(detail), ...(missing === undefined ? {} : { missing }) };
}

export function isUntold(value: unknown): value is PanelMissing {
  return typeof value === "object" && value !== null && "undefined" in value;
}
