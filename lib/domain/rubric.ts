import {
  DIMENSIONS,
  type Dimension,
  HIGHEST_LEVEL,
  LOWEST_LEVEL,
  type Mark,
  markLabel,
  marksOf,
  POSITIONS,
  type Position,
} from "./scale";
import { TRAPS, type Trap } from "./traps";

/** One row of the rubric as an interviewer reads it. */
export interface DimensionText {
  name: string;
  /** One line under the name while no cell is focused: what to listen for. */
  hint: string;
  /** One sentence per mark, keyed by the mark ("1".."5", or "-2".."2"). */
  anchors: Record<string, string>;
  /** Neutral follow-ups for what has not been heard; the first is offered first. */
  probes: string[];
}

export interface RubricContent {
  question: string;
  dimensions: Record<Dimension, DimensionText>;
  /** The two ends of calibration, as printed beside its row. */
  poles: { low: string; high: string };
  traps: Record<Trap, { name: string; sign: string }>;
}

/** Percent per dimension; they add up to 100. */
export type Weights = Record<Dimension, number>;

/** Quality (1-5) of each calibration position, by position from -2 to +2. */
export type Fold = Record<`${Position}`, number>;

/** Noticing weighs most: it is the beat most candidates skip and the one leads care about most. */
export const DEFAULT_WEIGHTS: Weights = {
  ownership: 25,
  noticing: 30,
  consequence: 10,
  fix: 20,
  calibration: 15,
};

/** Deflection is a little worse than paralysis, as the question's guidance says. */
export const DEFAULT_FOLD: Fold = { "-2": 1, "-1": 2.5, "0": 5, "1": 3, "2": 1.5 };

/** The sentence that says what a mark means, in this rubric's words. */
export function anchorOf(content: RubricContent, dimension: Dimension, mark: Mark): string {
  return content.dimensions[dimension].anchors[String(mark)] ?? "";
}

/** What is wrong with a rubric's content, in words; empty when it may be published. */
export function rubricProblems(content: RubricContent, weights: Weights): string[] {
  const problems: string[] = [];
  const called = (dimension: Dimension) => content.dimensions[dimension].name.trim() || dimension;
  if (!content.question.trim()) problems.push("the question is empty");
  for (const dimension of DIMENSIONS) {
    if (!content.dimensions[dimension].name.trim()) problems.push(`${dimension}: no name`);
    for (const mark of marksOf(dimension)) {
      if (!anchorOf(content, dimension, mark).trim())
        problems.push(`${called(dimension)} ${markLabel(dimension, mark)}: the anchor is empty`);
    }
    if (content.dimensions[dimension].probes.length === 0) problems.push(`${called(dimension)}: no probe`);
  }
  for (const trap of TRAPS) {
    const { name, sign } = content.traps[trap];
    if (!name.trim() || !sign.trim())
      problems.push(`${name.trim() || trap}: the trap has no name or no sign`);
  }
  for (const dimension of DIMENSIONS) {
    if (weights[dimension] < 0) problems.push(`${called(dimension)}: the weight is below zero`);
  }
  const sum = DIMENSIONS.reduce((total, dimension) => total + weights[dimension], 0);
  if (sum !== 100) problems.push(`weights add up to ${sum}, not 100`);
  return problems;
}

/** What is wrong with a fold, in words. Position 0 is the best there is: more is not better on this scale. */
export function foldProblems(fold: Fold): string[] {
  const values = POSITIONS.map((position) => fold[`${position}`]);
  const problems: string[] = [];
  if (values.some((value) => !(value >= LOWEST_LEVEL && value <= HIGHEST_LEVEL)))
    problems.push("every quality of the fold lies between 1 and 5");
  const [far, near, calm, high, higher] = [fold["-2"], fold["-1"], fold["0"], fold["1"], fold["2"]];
  if (far > near || near > calm || calm < high || high < higher)
    problems.push("qualities rise towards 0 from both sides");
  return problems;
}

/** The same weight for every dimension: what guidance prefers where nothing else is documented. */
export const EQUAL_WEIGHTS: Weights = {
  ownership: 20,
  noticing: 20,
  consequence: 20,
  fix: 20,
  calibration: 20,
};
