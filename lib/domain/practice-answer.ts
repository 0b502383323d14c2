import type { Beat } from "./beats";
import { DIMENSIONS, type Dimension, type Mark, marksOf } from "./scale";
import { contradictions, TRAPS, type Trap } from "./traps";

/** A stretch of an answer as it is spoken. A beat may come twice: many people name the call, then set the scene. */
export interface SpokenBeat {
  beat: Beat;
  seconds: number;
  words: string;
}

/** Kinds of work, coarse enough to filter by. */
export const WORK_KINDS = ["engineering", "product", "commercial", "operations", "care", "people"] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

export const WORK_LABEL: Record<WorkKind, string> = {
  engineering: "Engineering and data",
  product: "Product and design",
  commercial: "Sales, marketing, clients",
  operations: "Operations, finance, law",
  care: "Care and laboratory",
  people: "People and schools",
};

/** The mark a dimension deserves, and why, quoting between “ and ” the very words that earned it. */
export interface ReferenceMark {
  mark: Mark;
  because: string;
}

export interface ReferenceTrap {
  trap: Trap;
  because: string;
}

/** What an answer deserves. Every dimension has a mark: an answer that lacks a beat has earned its lowest level. */
export interface Reference {
  reference: Record<Dimension, ReferenceMark>;
  traps: readonly ReferenceTrap[];
}

export interface PracticeAnswer extends Reference {
  /** Fixed for ever: attempts point at it. */
  key: string;
  title: string;
  /** Who speaks, and in what line of work. */
  role: string;
  field: string;
  work: WorkKind;
  spoken: readonly SpokenBeat[];
}

export function spokenText(spoken: readonly SpokenBeat[]): string {
  return spoken.map(({ words }) => words).join(" ");
}

export function spokenSeconds(spoken: readonly SpokenBeat[]): number {
  return spoken.reduce((sum, { seconds }) => sum + seconds, 0);
}

export function wordCount(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

/** Everything a reason quotes. */
export function quotationsIn(because: string): string[] {
  return [...because.matchAll(/“([^”]+)”/g)].map((match) => match[1] ?? "");
}

/** What is wrong with a reference, in words; empty when it may stand. A reason that quotes nothing teaches nothing. */
export function referenceProblems(text: string, { reference, traps }: Reference): string[] {
  const reasons = [
    ...DIMENSIONS.map((dimension) => ({ where: dimension, because: reference[dimension].because })),
    ...traps.map(({ trap, because }) => ({ where: trap, because })),
  ];
  const marks = DIMENSIONS.filter((dimension) => !marksOf(dimension).includes(reference[dimension].mark));
  const ratings = Object.fromEntries(
    DIMENSIONS.map((dimension) => [
      dimension,
      { state: "observed" as const, mark: reference[dimension].mark },
    ]),
  );
  return [
    ...marks.map((dimension) => `${dimension}: ${reference[dimension].mark} is not on its scale`),
    ...reasons.flatMap(({ where, because }) => quotationProblems(text, where, because)),
    ...contradictions(
      traps.map(({ trap }) => trap),
      ratings,
    ).map(({ trap, dimension, level }) => `${trap} speaks against ${dimension} ${level}`),
  ];
}

function quotationProblems(text: string, where: string, because: string): string[] {
  const quoted = quotationsIn(because);
  if (quoted.length === 0)
    return [`${where}: the reason quotes nothing; put the words that earned it between “ and ”`];
  return quoted
    .filter((words) => !text.includes(words))
    .map((words) => `${where}: “${words}” is not in the answer`);
}

/** How much of an answer has been spoken after `ms` of answer time, word by word: whole beats, then part of the next. */
export function spokenSoFar(spoken: readonly SpokenBeat[], ms: number): number {
  let left = ms / 1_000;
  let words = 0;
  for (const beat of spoken) {
    const all = wordCount(beat.words);
    if (left < beat.seconds) return words + Math.floor((all * Math.max(0, left)) / beat.seconds);
    words += all;
    left -= beat.seconds;
  }
  return words;
}

/** The trap keys of an answer, in the order of the list of traps. */
export function trapsOf({ traps }: Pick<Reference, "traps">): Trap[] {
  return TRAPS.filter((trap) => traps.some((one) => one.trap === trap));
}
