import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { practiceAnswer } from "@/lib/contracts/practice-answer";
import { BEATS } from "@/lib/domain/beats";
import {
  referenceProblems,
  spokenSeconds,
  spokenText,
  trapsOf,
  wordCount,
} from "@/lib/domain/practice-answer";
import { DIMENSIONS, type Dimension, marksOf } from "@/lib/domain/scale";
import { TRAPS } from "@/lib/domain/traps";
import { PRACTICE_ANSWERS } from "./index";

/** Words a minute of somebody telling a story they have told before; unhurried to brisk. */
const PACE = { from: 125, to: 175 };

const each = PRACTICE_ANSWERS.map((answer) => [answer.key, answer] as const);
const marks = (dimension: Dimension) => PRACTICE_ANSWERS.map(({ reference }) => reference[dimension].mark);

test("there are more than thirty answers, each its own", () => {
  expect(PRACTICE_ANSWERS.length).toBeGreaterThanOrEqual(30);
  for (const own of ["key", "title"] as const)
    expect(new Set(PRACTICE_ANSWERS.map((answer) => answer[own])).size).toBe(PRACTICE_ANSWERS.length);
  expect(new Set(PRACTICE_ANSWERS.map(({ role }) => role)).size).toBeGreaterThan(30);
  expect(new Set(PRACTICE_ANSWERS.map(({ field }) => field)).size).toBeGreaterThan(30);
});

test.each(each)("%s has the shape of an answer and stands in a file of its name", (key, answer) => {
  expect(practiceAnswer.parse(answer)).toEqual(answer);
  expect(existsSync(join(import.meta.dirname, "answers", `${key}.ts`))).toBe(true);
});

test.each(each)(
  "%s: each reason quotes words of the answer, and no trap speaks against a level",
  (_, answer) => {
    expect(referenceProblems(spokenText(answer.spoken), answer)).toEqual([]);
  },
);

test.each(each)("%s takes as long as its words do, in every beat", (_, { spoken }) => {
  const pace = (60 * wordCount(spokenText(spoken))) / spokenSeconds(spoken);
  expect(pace).toBeGreaterThan(PACE.from);
  expect(pace).toBeLessThan(PACE.to);
  for (const { words, seconds } of spoken) {
    expect(wordCount(words) / seconds, words).toBeGreaterThan(1.3);
    expect(wordCount(words) / seconds, words).toBeLessThan(3.2);
  }
});

test("most answers have an ordinary length; some are too short and some too long on purpose", () => {
  const seconds = PRACTICE_ANSWERS.map(({ spoken }) => spokenSeconds(spoken));
  expect(seconds.filter((one) => one >= 80 && one <= 130).length).toBeGreaterThan(30);
  expect(seconds.filter((one) => one < 70).length).toBeGreaterThanOrEqual(2);
  expect(seconds.filter((one) => one > 170).length).toBeGreaterThanOrEqual(2);
});

test.each(DIMENSIONS)("every mark of %s is earned at least twice", (dimension) => {
  for (const mark of marksOf(dimension))
    expect(marks(dimension).filter((one) => one === mark).length, `${mark}`).toBeGreaterThanOrEqual(2);
});

test.each(TRAPS)("the trap %s is there at least twice", (trap) => {
  expect(PRACTICE_ANSWERS.filter((answer) => trapsOf(answer).includes(trap)).length).toBeGreaterThanOrEqual(
    2,
  );
});

test("an answer without a moment of noticing has earned the lowest level there", () => {
  for (const answer of PRACTICE_ANSWERS.filter(
    ({ spoken }) => !spoken.some(({ beat }) => beat === "noticing"),
  ))
    expect(answer.reference.noticing.mark, answer.key).toBe(1);
});

test("levels do not rise together: good ownership says little about the fix", () => {
  const far = (one: Dimension, other: Dimension) =>
    PRACTICE_ANSWERS.filter(({ reference }) => Math.abs(reference[one].mark - reference[other].mark) >= 2)
      .length;
  expect(far("ownership", "noticing")).toBeGreaterThanOrEqual(5);
  expect(far("ownership", "fix")).toBeGreaterThanOrEqual(8);
  expect(far("noticing", "consequence")).toBeGreaterThanOrEqual(8);
});

test("every beat is told in most answers", () => {
  for (const beat of BEATS) {
    const told = PRACTICE_ANSWERS.filter(({ spoken }) => spoken.some((one) => one.beat === beat)).length;
    expect(told, beat).toBeGreaterThan(30);
  }
});
