import type { Expectation, ReferenceCase } from "./case";
import { compareFigure } from "./compare";
import { FAMILIES } from "./families/index";
import { KNOWN_STATISTICS } from "./families/names";
import { type Answer, type Figure, isUndefined } from "./figures";

export interface StatVerdict {
  readonly stat: string;
  readonly got: Figure;
  readonly deviation: number;
  readonly tolerance: number | null;
  readonly problem: string | null;
}

export interface CaseVerdict {
  readonly id: string;
  readonly family: string;
  readonly passed: boolean;
  readonly largestDeviation: number;
  readonly milliseconds: number;
  readonly problem: string | null;
  readonly stats: readonly StatVerdict[];
}

/** Runs one case; whatever cannot be run or answered is a failure with its reason. */
export function runCase(subject: ReferenceCase, now: () => number): CaseVerdict {
  const started = now();
  const finish = (stats: readonly StatVerdict[], problem: string | null): CaseVerdict => ({
    id: subject.id,
    family: subject.family,
    passed: problem === null && stats.every((one) => one.problem === null),
    largestDeviation: stats.reduce((most, one) => Math.max(most, one.deviation), 0),
    milliseconds: now() - started,
    problem,
    stats,
  });
  const family = FAMILIES[subject.family];
  if (!family) return finish([], `family "${subject.family}" is not supported`);
  if (subject.expected.length === 0) return finish([], "the case expects nothing: no figure was checked");
  try {
    const answer = family(subject);
    const knows = (stat: string) => KNOWN_STATISTICS[subject.family]?.test(stat) ?? false;
    return finish(
      subject.expected.map((expected) => judge(answer, expected, knows)),
      null,
    );
  } catch (cause) {
    return finish([], cause instanceof Error ? cause.message : String(cause));
  }
}

function judge(answer: Answer, expected: Expectation, knows: (stat: string) => boolean): StatVerdict {
  const { stat, tol_abs: tolerance } = expected;
  const failed = (problem: string | null): StatVerdict => ({
    stat,
    got: null,
    deviation: 0,
    tolerance,
    problem,
  });
  try {
    const got = answer(stat);
    // A family without a fit says so under any name: a name it does not know must not pass for missing.
    const unknown = got === undefined || (isUndefined(got) && expected.value === null && !knows(stat));
    if (unknown) return failed(tolerance === null && expected.value !== null ? null : "unknown statistic");
    return { stat, got, tolerance, ...compareFigure(got, expected.value, tolerance) };
  } catch (cause) {
    return failed(cause instanceof Error ? cause.message : String(cause));
  }
}
