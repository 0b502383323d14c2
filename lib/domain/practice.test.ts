import fc from "fast-check";
import { expect, test } from "vitest";
import { DEFAULT_RUBRIC } from "./default-rubric";
import {
  accuracyOf,
  type CountedAttempt,
  changedAnchors,
  DEFAULT_READINESS_RULE,
  gapOf,
  leaningOf,
  readinessOf,
  type ScoredMark,
  sameAnchors,
} from "./practice";
import { referenceProblems, spokenSoFar } from "./practice-answer";
import { DIMENSIONS, type Dimension, type Mark, marksOf } from "./scale";

const marked = (dimension: Dimension, mark: Mark | null, reference: Mark): ScoredMark => ({
  dimension,
  mark,
  reference,
});
const attempt = (...marks: ScoredMark[]): CountedAttempt => ({
  attemptedAt: "2026-11-01T10:00:00Z",
  title: "An answer",
  marks,
});
const repeated = (times: number, one: CountedAttempt) => Array.from({ length: times }, () => one);

test("a gap is signed: above the reference is positive, not observed has none", () => {
  expect(gapOf({ mark: 4, reference: 2 })).toBe(2);
  expect(gapOf({ mark: -2, reference: 0 })).toBe(-2);
  expect(gapOf({ mark: null, reference: 3 })).toBeNull();
});

test("accuracy by hand: two right, one a neighbour, one far, one not observed", () => {
  const marks = [
    marked("ownership", 4, 4),
    marked("noticing", 1, 1),
    marked("consequence", 3, 2),
    marked("fix", 5, 2),
    marked("calibration", null, 0),
  ];
  expect(accuracyOf(marks)).toEqual({ n: 4, exact: 2, withinOne: 3, notObserved: 1, meanGap: 1 });
  expect(accuracyOf([])).toEqual({ n: 0, exact: 0, withinOne: 0, notObserved: 0, meanGap: null });
});

test("bias and spread by hand, and neither from two marks", () => {
  const gaps = [1, 1, 0, 2].map((gap) => marked("fix", (2 + gap) as Mark, 2));
  expect(leaningOf("fix", gaps)).toMatchObject({ n: 4, below: 0, on: 1, above: 3, bias: 1 });
  expect(leaningOf("fix", gaps).spread).toBeCloseTo(Math.sqrt(2 / 3), 12);
  expect(leaningOf("fix", gaps.slice(0, 2))).toMatchObject({ n: 2, bias: null, spread: null });
});

test("calibration has no bias: one too far to either side must not cancel into none", () => {
  const both = [marked("calibration", -2, 0), marked("calibration", 2, 0), marked("calibration", 0, 0)];
  expect(leaningOf("calibration", both)).toMatchObject({ below: 1, on: 1, above: 1, bias: null, spread: 2 });
});

test("readiness needs as many answers as the rule says, and reads only the latest", () => {
  const good = attempt(...DIMENSIONS.map((dimension) => marked(dimension, 1, 1)));
  const poor = attempt(
    ...DIMENSIONS.map((dimension) => marked(dimension, 1, dimension === "calibration" ? -2 : 5)),
  );
  const { answers } = DEFAULT_READINESS_RULE;
  expect(readinessOf(repeated(answers - 1, good), DEFAULT_READINESS_RULE).state).toBe("too-few");
  expect(readinessOf([poor, ...repeated(answers, good)], DEFAULT_READINESS_RULE).state).toBe("ready");
  expect(readinessOf([...repeated(answers - 2, good), poor, poor], DEFAULT_READINESS_RULE).state).toBe(
    "not-yet",
  );
});

test("who never observes anything is not ready: nothing was compared", () => {
  const blank = attempt(...DIMENSIONS.map((dimension) => marked(dimension, null, 1)));
  expect(readinessOf(repeated(8, blank), DEFAULT_READINESS_RULE).state).toBe("too-few");
});

test("shares and gaps stay on their scales whatever is scored", () => {
  const one = fc.constantFrom(...DIMENSIONS).chain((dimension) =>
    fc.record({
      dimension: fc.constant(dimension),
      mark: fc.option(fc.constantFrom(...marksOf(dimension))),
      reference: fc.constantFrom(...marksOf(dimension)),
    }),
  );
  fc.assert(
    fc.property(fc.array(one, { maxLength: 40 }), (marks) => {
      const { n, exact, withinOne, notObserved, meanGap } = accuracyOf(marks);
      expect(n + notObserved).toBe(marks.length);
      expect(exact).toBeLessThanOrEqual(withinOne);
      expect(withinOne).toBeLessThanOrEqual(n);
      if (meanGap !== null) expect(meanGap).toBeLessThanOrEqual(4);
      for (const dimension of DIMENSIONS) {
        const { n: count, below, on, above, bias, spread } = leaningOf(dimension, marks);
        expect(below + on + above).toBe(count);
        for (const figure of [bias, spread]) expect(figure === null || Number.isFinite(figure)).toBe(true);
      }
    }),
  );
});

test("a new anchor asks for new readiness; a new probe or hint does not", () => {
  const fix = DEFAULT_RUBRIC.dimensions.fix;
  const withFix = (changed: typeof fix) => ({
    ...DEFAULT_RUBRIC,
    dimensions: { ...DEFAULT_RUBRIC.dimensions, fix: changed },
  });
  const reworded = withFix({ ...fix, anchors: { ...fix.anchors, "3": "Another wording" } });
  expect(sameAnchors(DEFAULT_RUBRIC, withFix({ ...fix, hint: "Another", probes: ["Another?"] }))).toBe(true);
  expect(changedAnchors(DEFAULT_RUBRIC, reworded)).toEqual(["fix"]);
});

test("a reference that quotes what was never said, or nothing, is refused with its place", () => {
  const because = { mark: 2 as Mark, because: "They say “it was me”." };
  const reference = {
    reference: Object.fromEntries(
      DIMENSIONS.map((dimension) => [dimension, { ...because, mark: dimension === "calibration" ? 0 : 2 }]),
    ) as Record<Dimension, { mark: Mark; because: string }>,
    traps: [],
  };
  expect(referenceProblems("So, it was me, then.", reference)).toEqual([]);
  reference.reference.fix = { mark: 4, because: "They say “we built a check”." };
  reference.reference.noticing = { mark: 2, because: "No quotation." };
  const traps = [{ trap: "no-consequence-no-fix" as const, because: "“it was me” and no more" }];
  expect(referenceProblems("So, it was me, then.", { ...reference, traps })).toEqual([
    "noticing: the reason quotes nothing; put the words that earned it between “ and ”",
    "fix: “we built a check” is not in the answer",
    "no-consequence-no-fix speaks against fix 4",
  ]);
});

test("words come as they are spoken: none before the start, a share of a beat, all at the end", () => {
  const spoken = [
    { beat: "mistake" as const, seconds: 2, words: "one two three four" },
    { beat: "result" as const, seconds: 4, words: "five six" },
  ];
  expect([0, 500, 1_000, 2_000, 4_000, 6_000, 60_000].map((ms) => spokenSoFar(spoken, ms))).toEqual([
    0, 1, 2, 4, 5, 6, 6,
  ]);
});
