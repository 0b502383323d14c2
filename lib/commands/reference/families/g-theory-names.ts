import type { ReferenceCase } from "../case";
import type { Figure } from "../figures";
import { SYNONYMS } from "../table";

/** A number for each effect, keyed by the letters of its factors (p, r, i, t) in the order of the alphabet. */
export type Effects = Readonly<Record<string, number | undefined>>;

/** One letter a factor, as variance components are usually named. */
const LETTERS: Readonly<Record<string, string | undefined>> = {
  p: "p",
  c: "p",
  r: "r",
  j: "r",
  i: "i",
  d: "i",
};

/**
 * Figures under the names the case asks for. Programs name effects after the case's own columns, in the
 * order of its own formula ("candidate:dim", "dim:candidate", "pd"): a name is read as a set of factors.
 */
export function namedAsAsked(
  { expected }: ReferenceCase,
  stat: string,
  effects: Effects,
  usual: readonly string[],
): Figure {
  const value = expected.find((one) => one.stat === stat)?.value;
  const asked =
    typeof value === "object" && value !== null && !Array.isArray(value) ? Object.keys(value) : usual;
  return Object.fromEntries(asked.map((name) => [name, effects[effectOf(name, effects)] ?? null]));
}

/** The factors a name speaks of: "Task:Rater", "pr:t,e", "person:trait", "Residuals". */
export function effectOf(name: string, effects: Effects): string {
  const bare = name.toLowerCase().replace(/[,_.]e$/, "");
  const all = Object.keys(effects).reduce((most, key) => (key.length > most.length ? key : most), "");
  if (/^(resid|error$|e$)/.test(bare)) return all;
  const hasTasks = all.includes("t");
  const letters = bare.split(/[:*\s]+/).flatMap((word) => {
    const each = [...word].map((letter) => (letter === "t" ? (hasTasks ? "t" : "i") : LETTERS[letter]));
    return word.length <= 3 && !each.includes(undefined) ? each : [factorOf(word)];
  });
  return [...new Set(letters)].sort().join("");
}

function factorOf(word: string): string {
  if (word === "task") return "t";
  if (SYNONYMS.candidate?.includes(word)) return "p";
  if (SYNONYMS.rater?.includes(word)) return "r";
  return SYNONYMS.dimension?.includes(word) ? "i" : word;
}

/** A panel's size under any of the names a D-study uses: n_r, n_raters, n_i, n_d, n_items, n_t ... */
export function sizeOf(sizes: Readonly<Record<string, number | null>>, factor: "r" | "i" | "t"): number {
  const shape: Effects = factor === "t" ? { prt: 0 } : { ipr: 0 };
  for (const [name, size] of Object.entries(sizes)) {
    const word = name.replace(/^n_/, "");
    const singular = word.length > 3 ? word.replace(/s$/, "") : word;
    if (effectOf(singular, shape) === factor) return size ?? Number.NaN;
  }
  return factor === "i" ? 1 : Number.NaN;
}
