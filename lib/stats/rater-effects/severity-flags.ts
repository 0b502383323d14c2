import { normalUpper } from "../distributions";
import { MINIMUMS } from "../minimums";
import { defined, type Outcome, undefinedFor } from "../outcome";
import { benjaminiHochberg } from "./benjamini-hochberg";

/** A severity smaller than this many score points changes no decision, however sure we are of it. */
export const SMALLEST_SEVERITY = 0.3;

/** Of the people flagged, at most this share by chance. */
export const FALSE_FLAG_RATE = 0.05;

/** Fewer standard errors than this from 0 are never flagged. */
const STANDARD_ERRORS = 2;

/** One rater's severity (positive = harsher than the panel) from the crossed model, with its full error. */
export interface Severity {
  readonly estimate: number;
  readonly standardError: number;
  /** Units that others saw too. */
  readonly sharedUnits: number;
  /** In the main component: outside it, severity rests on groups being equally able. */
  readonly linked: boolean;
}

/**
 * Who is harsh or mild beyond doubt *and* by enough to matter: over two standard errors, over .3 points,
 * and still significant after allowing for how many people were looked at.
 *
 * Range: adjusted p 0 to 1. Unit: probability. Minimum n: MINIMUMS.severitySharedUnits shared units
 * a rater, MINIMUMS.severityRaters raters with a figure.
 * Undefined: one outcome a rater; `disconnected` outside the main component; `too-few-units` ("too early") below the shared units;
 * `too-few-raters` for all when too few people remain; `no-variation` with a standard error of 0.
 * Source: Benjamini & Hochberg (1995), https://doi.org/10.1111/j.2517-6161.1995.tb02031.x
 *
 * @example
 * // Five people with 20 shared units each, standard errors .1, severities .8 -.7 .25 0 0:
 * severityFlags(severities); // "harsher", "milder", then "in line": .25 is sure but too small to matter
 */
export function severityFlags(severities: readonly Severity[]): readonly Outcome<SeverityFlag>[] {
  const usable = severities.map(
    (it) => it.linked && it.sharedUnits >= MINIMUMS.severitySharedUnits && it.standardError > 0,
  );
  const judged = severities.filter((_, at) => usable[at]);
  const p = judged.map((it) => 2 * normalUpper(Math.abs(it.estimate) / it.standardError));
  const adjusted = benjaminiHochberg(p);
  let place = 0;
  return severities.map((it, at): Outcome<SeverityFlag> => {
    if (!usable[at]) return whyNot(it);
    const mine = place;
    place += 1;
    if (judged.length < MINIMUMS.severityRaters) {
      const detail = `Severities are compared among ${MINIMUMS.severityRaters} raters or more.`;
      return undefinedFor("too-few-raters", detail, MINIMUMS.severityRaters - judged.length);
    }
    return defined({
      p: p[mine] ?? 1,
      adjusted: adjusted[mine] ?? 1,
      verdict: verdict(it, adjusted[mine] ?? 1),
    });
  });
}

export interface SeverityFlag {
  readonly p: number;
  /** p allowing for the number of raters looked at. */
  readonly adjusted: number;
  readonly verdict: "harsher" | "milder" | "in line";
}

function verdict(it: Severity, adjusted: number): SeverityFlag["verdict"] {
  const large = Math.abs(it.estimate) >= SMALLEST_SEVERITY;
  const sure = Math.abs(it.estimate) > STANDARD_ERRORS * it.standardError && adjusted <= FALSE_FLAG_RATE;
  if (!large || !sure) return "in line";
  return it.estimate > 0 ? "harsher" : "milder";
}

function whyNot({ sharedUnits, linked }: Severity): Outcome<SeverityFlag> {
  if (!linked) return undefinedFor("disconnected", "No chain of shared units leads to the main group.");
  const missing = MINIMUMS.severitySharedUnits - sharedUnits;
  if (missing <= 0) return undefinedFor("no-variation", "The model gives this severity no spread.");
  const detail = `Too early: ${sharedUnits} units shared with others, ${MINIMUMS.severitySharedUnits} needed.`;
  return undefinedFor("too-few-units", detail, missing);
}
