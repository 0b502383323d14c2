import { z } from "zod";
import type { FactorialScores } from "../../../stats/generalizability/balanced-anova";
import {
  type BalancedComponents,
  type BalancedStudy,
  componentsAlone,
  type Decision,
} from "../../../stats/generalizability/balanced-study";
import {
  CROSSED,
  type CrossedEffect,
  crossedDecision,
  crossedDesign,
} from "../../../stats/generalizability/crossed-design";
import { factorialReml } from "../../../stats/generalizability/factorial-reml";
import {
  NESTED,
  type NestedEffect,
  nestedDecision,
  nestedDesign,
} from "../../../stats/generalizability/nested-design";
import {
  TWO_FACETS,
  type TwoFacetEffect,
  twoFacetDecision,
  twoFacetDesign,
} from "../../../stats/generalizability/two-facet-design";
import { mapOutcome, type Outcome, undefinedFor } from "../../../stats/outcome";
import type { ReferenceCase } from "../case";
import { type Answer, type Family, type Figure, figure, once } from "../figures";
import { findColumn, type LongTable, numberLabels, readLong, requireColumn, requireNumbers } from "../table";
import { type Effects, namedAsAsked, sizeOf } from "./g-theory-names";

/**
 * Balanced G-studies: persons x raters x items, persons x raters where there is no third facet, and
 * persons x (raters : tasks), told apart by a task column.
 */
export const gTheoryFamily: Family = (subject) => {
  const table = readLong(subject);
  if (findColumn(table, "task")) return nested(subject, table);
  return findColumn(table, "dimension") ? crossed(subject, table) : twoFacets(subject, table);
};

function crossed(subject: ReferenceCase, table: LongTable): Answer {
  const scores = factorial(table, ["candidate", "rater", "dimension"]);
  const reml = () =>
    mapOutcome(
      factorialReml(scores, [[0], [1], [2], [0, 1], [0, 2], [1, 2]]),
      ([p = 0, r = 0, i = 0, pr = 0, pi = 0, ri = 0, pri = 0]) =>
        componentsAlone(CROSSED, { p, r, i, pr, pi, ri, pri }, scores.levels),
    );
  return answers<CrossedEffect>(subject, {
    study: once(() => crossedDesign(scores)),
    reml: once(reml),
    byFactors: ({ p, r, i, pr, pi, ri, pri }) => ({ p, r, i, pr, ip: pi, ir: ri, ipr: pri }),
    squares: ["person", "rater", "trait", "person:rater", "person:trait", "rater:trait", "Residuals"],
    components: ["p", "r", "i", "pr", "pi", "ri", "pri,e"],
    decide: (it, sizes) => crossedDecision(it, sizeOf(sizes, "r"), sizeOf(sizes, "i")),
  });
}

function twoFacets(subject: ReferenceCase, table: LongTable): Answer {
  const scores = factorial(table, ["candidate", "rater"]);
  const reml = () =>
    mapOutcome(factorialReml(scores, [[0], [1]]), ([p = 0, r = 0, pr = 0]) =>
      componentsAlone(TWO_FACETS, { p, r, pr }, scores.levels),
    );
  return answers<TwoFacetEffect>(subject, {
    study: once(() => twoFacetDesign(scores)),
    reml: once(reml),
    byFactors: ({ p, r, pr }) => ({ p, r, pr }),
    squares: ["person", "rater", "Residuals"],
    components: ["p", "r", "pr,e"],
    decide: (it, sizes) => twoFacetDecision(it, sizeOf(sizes, "r")),
  });
}

function nested(subject: ReferenceCase, table: LongTable): Answer {
  const scores = nestedScores(table);
  const reml = () =>
    mapOutcome(factorialReml(scores, [[0], [1], [1, 2], [0, 1]]), ([p = 0, t = 0, rt = 0, pt = 0, prt = 0]) =>
      componentsAlone(NESTED, { p, t, rt, pt, prt }, scores.levels),
    );
  return answers<NestedEffect>(subject, {
    study: once(() => nestedDesign(scores)),
    reml: once(reml),
    byFactors: ({ p, t, rt, pt, prt }) => ({ p, t, rt, pt, prt }),
    squares: ["Person", "Task", "Task:Rater", "Person:Task", "Residuals"],
    components: ["p", "t", "r:t", "pt", "pr:t,e"],
    decide: (it, sizes) => nestedDecision(it, sizeOf(sizes, "t"), sizeOf(sizes, "r")),
  });
}

/** What one design answers with, and the names it goes by where a case asks for none. */
interface Design<K extends string> {
  readonly study: () => Outcome<BalancedStudy<K>>;
  readonly reml: () => Outcome<BalancedComponents<K>>;
  readonly byFactors: (effects: Record<K, number>) => Effects;
  readonly squares: readonly string[];
  readonly components: readonly string[];
  readonly decide: (study: BalancedComponents<K>, sizes: Sizes) => Outcome<Decision>;
}

function answers<K extends string>(subject: ReferenceCase, design: Design<K>): Answer {
  const componentsOf = (study: Outcome<BalancedComponents<K>>) => mapOutcome(study, (it) => it.components);
  const named = (stat: string, effects: Outcome<Record<K, number>>, usual: readonly string[]) =>
    figure(mapOutcome(effects, (it) => namedAsAsked(subject, stat, design.byFactors(it), usual)));
  return (stat) => {
    if (stat === "mean_squares") {
      return named(
        stat,
        mapOutcome(design.study(), (it) => it.meanSquares),
        design.squares,
      );
    }
    if (/^sigma2_ems/.test(stat)) return named(stat, componentsOf(design.study()), design.components);
    if (/^sigma2_reml/.test(stat)) return named(stat, componentsOf(design.reml()), design.components);
    if (!stat.startsWith("dstudy")) return undefined;
    return decisions(subject, stat, /reml/.test(stat) ? design.reml() : design.study(), design.decide);
  };
}

const NO_POINTS = undefinedFor("too-few-raters", "The case names no panel sizes to study.");

const points = z.array(z.record(z.string(), z.number().nullable()));

type Sizes = Readonly<Record<string, number | null>>;

/** A D-study at the points the case lists, in its order and under its names. */
function decisions<K extends string>(
  { expected }: ReferenceCase,
  stat: string,
  study: Outcome<BalancedComponents<K>>,
  decide: Design<K>["decide"],
): Figure {
  if (!study.ok) return study;
  const listed = points.safeParse(expected.find((one) => one.stat === stat)?.value);
  if (!listed.success) return NO_POINTS;
  return listed.data.map((point): Figure => {
    const sizes = Object.fromEntries(Object.entries(point).filter(([name]) => name.startsWith("n_")));
    const found = decide(study.value, sizes);
    if (!found.ok) return { ...sizes, Erho2: found, Phi: found, var_delta: found, var_Delta: found };
    const { relative, absolute, relativeError, absoluteError } = found.value;
    return {
      ...sizes,
      Erho2: relative.estimate,
      Phi: absolute.estimate,
      var_delta: relativeError.estimate ** 2,
      var_Delta: absoluteError.estimate ** 2,
      SEM_rel: relativeError.estimate,
      SEM_abs: absoluteError.estimate,
    };
  });
}

function factorial(table: LongTable, names: readonly string[]): FactorialScores {
  const columns = names.map((name) => numberLabels(requireColumn(table, name)));
  return {
    score: requireNumbers(table, "score"),
    factors: columns.map((column) => column.index),
    levels: columns.map((column) => column.labels.length),
  };
}

/** Raters are numbered within their task, whether their codes start anew in each or not. */
function nestedScores(table: LongTable): FactorialScores {
  const scores = factorial(table, ["candidate", "task", "rater"]);
  const [persons = new Int32Array(), tasks = new Int32Array(), raters = new Int32Array()] = scores.factors;
  const known = Array.from({ length: scores.levels[1] ?? 0 }, () => new Map<number, number>());
  const within = Int32Array.from(raters, (rater, k) => {
    const own = known[tasks[k] ?? 0];
    const at = own?.get(rater) ?? own?.size ?? 0;
    own?.set(rater, at);
    return at;
  });
  const most = known.reduce((size, own) => Math.max(size, own.size), 0);
  return {
    ...scores,
    factors: [persons, tasks, within],
    levels: [scores.levels[0] ?? 0, scores.levels[1] ?? 0, most],
  };
}
