import type { UnreadableCase } from "./case";
import { type Figure, isUndefined } from "./figures";
import type { CaseVerdict } from "./run";

/** A verdict a case, then the statistics that failed; as JSON the figures got are included. */
export function printVerdicts(
  verdicts: readonly CaseVerdict[],
  unreadable: readonly UnreadableCase[],
  asJson: boolean,
  say: (line: string) => void,
): void {
  const failed = verdicts.filter((one) => !one.passed).length + unreadable.length;
  if (asJson) {
    const cases = verdicts.map(toJson);
    say(JSON.stringify({ passed: failed === 0, failed, cases, unreadable }, null, 2));
    return;
  }
  for (const verdict of verdicts) {
    const mark = verdict.passed ? "pass" : "FAIL";
    const largest = `largest deviation ${shortNumber(verdict.largestDeviation)}`;
    const count = `${verdict.stats.length} statistics`;
    say(
      `${mark}  ${verdict.id}  (${verdict.family}; ${count}; ${largest}; ${verdict.milliseconds.toFixed(0)} ms)`,
    );
    if (verdict.problem) say(`      ${verdict.problem}`);
    for (const one of verdict.stats) if (one.problem) say(`      ${one.stat}: ${one.problem}`);
  }
  for (const one of unreadable) say(`FAIL  ${one.file}  cannot be read: ${one.problem}`);
  const total = verdicts.length + unreadable.length;
  say(failed === 0 ? `All ${total} cases agree.` : `${failed} of ${total} cases do not agree.`);
}

function toJson(verdict: CaseVerdict) {
  return {
    id: verdict.id,
    family: verdict.family,
    passed: verdict.passed,
    largestDeviation: finiteOrNull(verdict.largestDeviation),
    milliseconds: Math.round(verdict.milliseconds),
    problem: verdict.problem,
    figures: Object.fromEntries(verdict.stats.map((one) => [one.stat, plain(one.got)])),
    stats: verdict.stats.map((one) => ({
      stat: one.stat,
      got: plain(one.got),
      deviation: finiteOrNull(one.deviation),
      tolerance: one.tolerance,
      passed: one.problem === null,
      problem: one.problem,
    })),
  };
}

/** A missing figure is null in the figures and keeps its reason beside it. */
function plain(figure: Figure): unknown {
  if (figure === null || typeof figure !== "object") return figure;
  if (isUndefined(figure)) return { undefined: figure.reason, detail: figure.detail };
  if (Array.isArray(figure)) return figure.map(plain);
  return Object.fromEntries(Object.entries(figure).map(([key, value]) => [key, plain(value)]));
}

function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function shortNumber(value: number): string {
  return Number.isFinite(value) ? value.toExponential(1) : "none (missing)";
}
