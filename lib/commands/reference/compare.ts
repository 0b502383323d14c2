import type { Expectation } from "./case";
import type { Figure } from "./figures";
import { isUndefined } from "./figures";

type Expected = Expectation["value"];

/** How one figure compares: the largest |got - value| met, and the first thing wrong, if any. */
export interface Comparison {
  readonly deviation: number;
  readonly problem: string | null;
}

/** Compares element by element; `tolerance` null means for information: only a null demands anything. */
export function compareFigure(
  got: Figure,
  expected: Expected,
  tolerance: number | null,
  at = "",
): Comparison {
  if (expected === null) return compareMissing(got, at);
  if (got === null || isUndefined(got)) {
    return tolerance === null || expectsNothing(expected)
      ? agreed(0)
      : wrong(`${at || "figure"}: undefined, expected ${brief(expected)}`);
  }
  if (typeof expected === "number") return compareNumber(got, expected, tolerance, at);
  if (Array.isArray(expected)) return compareArray(got, expected, tolerance, at);
  if (typeof expected === "object") return compareObject(got, expected, tolerance, at);
  const same = got === expected || String(got) === String(expected);
  return same || tolerance === null
    ? agreed(0)
    : wrong(`${at || "word"}: ${brief(got)}, expected ${brief(expected)}`);
}

function compareMissing(got: Figure, at: string): Comparison {
  return isMissing(got) ? agreed(0) : wrong(`${at || "figure"}: ${brief(got)}, expected undefined`);
}

/** Nothing was said: no figure, or a list or record in which every place is empty. */
function isMissing(got: Figure): boolean {
  if (got === null || isUndefined(got)) return true;
  if (typeof got !== "object") return false;
  const parts = Object.values(got);
  return parts.length > 0 && parts.every(isMissing);
}

/** Keys that say whose row it is: they hold no figure, so a row of them and nulls expects none. */
const ROW_NAMES = new Set(["rater", "candidate"]);

/** Every figure expected is null, be it one a key: the same demand as null for the whole. */
function expectsNothing(expected: Expected): boolean {
  if (expected === null) return true;
  if (typeof expected !== "object") return false;
  const parts = Object.entries(expected).filter(([key]) => !ROW_NAMES.has(key));
  return parts.length > 0 && parts.every(([, item]) => expectsNothing(item));
}

function compareNumber(got: Figure, expected: number, tolerance: number | null, at: string): Comparison {
  if (typeof got !== "number" || !Number.isFinite(got)) {
    return tolerance === null ? agreed(0) : wrong(`${at || "figure"}: ${brief(got)}, expected ${expected}`);
  }
  const deviation = Math.abs(got - expected);
  if (tolerance === null || deviation <= tolerance) return agreed(deviation);
  return wrong(`${at || "figure"}: ${got}, expected ${expected} within ${tolerance}`, deviation);
}

function compareArray(got: Figure, expected: Expected[], tolerance: number | null, at: string): Comparison {
  if (!Array.isArray(got)) return wrong(`${at || "figure"}: not a list`);
  if (got.length !== expected.length && tolerance !== null) {
    return wrong(`${at || "list"}: ${got.length} entries, expected ${expected.length}`);
  }
  return worst(expected.map((item, i) => compareFigure(got[i] ?? null, item, tolerance, `${at}[${i}]`)));
}

function compareObject(
  got: Figure,
  expected: { [key: string]: Expected },
  tolerance: number | null,
  at: string,
): Comparison {
  if (typeof got !== "object" || got === null || Array.isArray(got))
    return wrong(`${at || "figure"}: not a record`);
  const found = new Map<string, Figure>(Object.entries(got));
  return worst(
    Object.entries(expected).map(([key, item]) =>
      compareFigure(found.get(key) ?? null, item, tolerance, `${at}.${key}`),
    ),
  );
}

function worst(parts: Comparison[]): Comparison {
  let deviation = 0;
  let problem: string | null = null;
  for (const part of parts) {
    deviation = Math.max(deviation, part.deviation);
    problem ??= part.problem;
  }
  return { deviation, problem };
}

function agreed(deviation: number): Comparison {
  return { deviation, problem: null };
}

function wrong(problem: string, deviation = Number.POSITIVE_INFINITY): Comparison {
  return { deviation, problem };
}

function brief(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
