import type { Outcome, Undefined } from "../../stats/outcome";
import type { ReferenceCase } from "./case";

/** What a family may answer: numbers, words, arrays and objects of them; null or an Undefined for "no figure". */
export type Figure =
  | number
  | string
  | boolean
  | null
  | Undefined
  | readonly Figure[]
  | { readonly [key: string]: Figure };

/** Answers one statistic by its name in the case; `undefined` means the family does not know the name. */
export type Answer = (stat: string) => Figure | undefined;

/** Reads a case's data once and answers its statistics. One family a file, registered in families/index.ts. */
export type Family = (subject: ReferenceCase) => Answer;

/** Computes a value on first use and keeps it: a costly fit is made only when a statistic asks for it. */
export function once<T>(compute: () => T): () => T {
  let kept: { readonly value: T } | null = null;
  return () => {
    kept ??= { value: compute() };
    return kept.value;
  };
}

/** Tells a missing figure from an ordinary object. */
export function isUndefined(figure: Figure): figure is Undefined {
  return typeof figure === "object" && figure !== null && "ok" in figure && figure.ok === false;
}

/** The figure of an outcome: its value, or the missing figure with its reason. */
export function figure<T extends Figure>(outcome: Outcome<T>): T | Undefined {
  return outcome.ok ? outcome.value : outcome;
}
