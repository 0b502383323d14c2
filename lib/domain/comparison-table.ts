import { answerReading } from "./beat-readings";
import { clockText, type TimerEvent } from "./beats";
import type { Composite } from "./composite";
import { BEAT_LABEL } from "./labels";
import type { Fold, Weights } from "./rubric";
import { DIMENSIONS, type Dimension, isBipolar, markLabel, POSITIONS, type RatingValue } from "./scale";
import type { EvidenceNote } from "./scorecard";
import { chanceOf, type JudgedPair } from "./standing";

type Cell = string | number | null;

interface Version {
  id: string;
  number: number;
  weights: Weights;
  fold: Fold;
}

type Fair =
  | { state: "known"; value: number; interval: readonly [number, number]; n: number }
  | { state: "not-enough"; reason: string };

interface Candidate {
  applicationId: string;
  candidate: { name: string };
  composite: Composite;
  counted: number;
  fair: Fair;
  dimensions: Record<
    Dimension,
    {
      n: number;
      quality: number | null;
      median: number | null;
      split: boolean;
      dots: readonly {
        scorecardId: string;
        member: { name: string };
        value: RatingValue;
        evidence: readonly Pick<EvidenceNote, "text" | "atMs">[];
      }[];
    }
  >;
  cards: readonly {
    scorecardId: string;
    member: { name: string };
    rubricVersionId: string;
    submittedAt: string;
    timer: readonly TimerEvent[];
  }[];
}

/** What the rows of a comparison are made from. */
export interface TabledComparison {
  rubric: { content: { dimensions: Record<Dimension, { name: string }> } };
  rubrics: readonly Version[];
  candidates: readonly Candidate[];
  pairs: readonly JudgedPair[];
}

/** A figure as the screens print it: two decimals. The JSON of an opening carries every digit. */
export function printed(value: number): number {
  return Number(value.toFixed(2));
}

/**
 * A comparison as rows: every mark with what it weighs, what each row of plots says of them, composites, fair scores,
 * pairs and beats. The table on screen and the files are these rows, so that their numbers cannot differ.
 */
export function comparisonTable(comparison: TabledComparison): { columns: string[]; rows: Cell[][] } {
  return {
    columns: ["Dimension", "Candidate", "Interviewer", "Mark", "Weight", "Rubric version"],
    rows: [
      ...markRows(comparison),
      ...middleRows(comparison),
      ...comparison.candidates.flatMap(figureRows),
      ...pairRows(comparison),
      ...comparison.candidates.flatMap(beatRows),
      ...foldRows(comparison),
    ],
  };
}

/** The same with the evidence behind each mark: what a debrief has on the table. */
export function packetTable(comparison: TabledComparison): { columns: string[]; rows: Cell[][] } {
  const { columns, rows } = comparisonTable(comparison);
  const notes = DIMENSIONS.flatMap((dimension) =>
    comparison.candidates.flatMap(({ dimensions }) =>
      dimensions[dimension].dots.map(({ evidence }) =>
        evidence.map(({ atMs, text }) => (atMs === null ? text : `${clockText(atMs)} ${text}`)).join("\n"),
      ),
    ),
  );
  // Mark rows come first, one a dot, in this very order.
  return { columns: [...columns, "Evidence"], rows: rows.map((row, at) => [...row, notes[at] || null]) };
}

function markRows({ candidates, rubric, rubrics }: TabledComparison): Cell[][] {
  const versions = new Map(rubrics.map((version) => [version.id, version]));
  return DIMENSIONS.flatMap((dimension) =>
    candidates.flatMap(({ candidate, dimensions, cards }) =>
      dimensions[dimension].dots.map(({ scorecardId, member, value }): Cell[] => {
        const card = cards.find((each) => each.scorecardId === scorecardId);
        const version = versions.get(card?.rubricVersionId ?? "");
        return [
          rubric.content.dimensions[dimension].name,
          candidate.name,
          member.name,
          value.state === "observed" ? value.mark : "not observed",
          version?.weights[dimension] ?? null,
          version?.number ?? null,
        ];
      }),
    ),
  );
}

/** The median tick of each plot; calibration has no middle, but a mean folded quality and a mark when it is split. */
function middleRows({ candidates, rubric }: TabledComparison): Cell[][] {
  return DIMENSIONS.flatMap((dimension) =>
    candidates.flatMap(({ candidate, dimensions }): Cell[][] => {
      const { n, quality, median, split } = dimensions[dimension];
      const { name } = rubric.content.dimensions[dimension];
      if (median === null || quality === null) return [];
      if (!isBipolar(dimension)) return [[`${name}, median`, candidate.name, `n ${n}`, median, null, null]];
      const said = split ? `n ${n}, split` : `n ${n}`;
      return [[`${name}, quality`, candidate.name, said, printed(quality), null, null]];
    }),
  );
}

function figureRows({ candidate: { name }, composite, counted, fair }: Candidate) {
  const scorecards = `${counted} ${counted === 1 ? "scorecard" : "scorecards"}`;
  const value = composite.state === "complete" ? printed(composite.value) : "incomplete";
  const rows: Cell[][] = [["Composite", name, scorecards, value, null, null]];
  if (fair.state === "not-enough") return [...rows, ["Fair score", name, fair.reason, null, null, null]];
  const [from, to] = fair.interval;
  return [
    ...rows,
    ["Fair score", name, `${fair.n} scorecards`, printed(fair.value), null, null],
    ["Fair score, from (95 %)", name, null, printed(from), null, null],
    ["Fair score, to (95 %)", name, null, printed(to), null, null],
  ];
}

/** Chances as printed beside the comparison: in a hundred, never 0 and never 100. */
function pairRows({ candidates, pairs }: TabledComparison): Cell[][] {
  const names = new Map(candidates.map((each) => [each.applicationId, each.candidate.name]));
  return pairs.flatMap((pair) =>
    pair.state === "known"
      ? [
          [
            "Chance of being better, %",
            names.get(pair.a) ?? "",
            `than ${names.get(pair.b)}, ${pair.toldApart ? "told apart" : "cannot be told apart"}`,
            chanceOf(pair.probability),
            null,
            null,
          ],
        ]
      : [],
  );
}

/** With marks, weights and these, every composite above can be worked out with a pencil. */
function foldRows({ rubric, rubrics }: TabledComparison): Cell[][] {
  const { name } = rubric.content.dimensions.calibration;
  return rubrics.flatMap(({ number, fold }) =>
    POSITIONS.map((position): Cell[] => [
      `${name} ${markLabel("calibration", position)} folds to`,
      null,
      null,
      fold[`${position}`],
      null,
      number,
    ]),
  );
}

/** Seconds a beat as each interviewer timed them; nothing where the timer was not used. */
function beatRows({ candidate, cards }: Candidate): Cell[][] {
  return cards.flatMap(({ member, timer, submittedAt }) => {
    const reading = answerReading(timer, Date.parse(submittedAt));
    if (!reading) return [];
    const row = (title: string, seconds: number): Cell[] => [
      `${title}, seconds`,
      candidate.name,
      member.name,
      seconds,
      null,
      null,
    ];
    return [
      ...reading.beats.map(({ beat, seconds }) => row(BEAT_LABEL[beat], seconds)),
      row("Whole answer", reading.seconds),
    ];
  });
}
