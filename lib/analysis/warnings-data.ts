import { bipolarSummary } from "../stats/bipolar/bipolar-summary";
import type { Components } from "../stats/connectedness/components";
import { extraPair } from "../stats/connectedness/extra-pair";
import { sharedUnits } from "../stats/connectedness/shared-units";
import { weakLinks } from "../stats/connectedness/weak-links";
import { LOWEST_USEFUL_RELIABILITY, MINIMUMS, WIDEST_USEFUL_ALPHA_INTERVAL } from "../stats/minimums";
import type { Outcome } from "../stats/outcome";
import { scoresByUnit } from "../stats/ratings";
import { ratingsOfDimension } from "./agreement";
import { candidatesDiffer, type ModelFigures } from "./model-figures";
import { foldQuality, type Prepared } from "./prepare";
import { type AgreementReport, isMissing } from "./report-shape";

const MOST_NAMED = 20;

/** Names, the first twenty: who is meant, not how many. */
export function listed(names: readonly string[]): string {
  const rest = names.length - MOST_NAMED;
  return `${names.slice(0, MOST_NAMED).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}

/** Alphas from few candidates, and alphas that could be anything. */
export function agreementWarnings(agreement: readonly AgreementReport[]): string[] {
  const found = agreement.flatMap(({ dimension, alpha }) =>
    isMissing(alpha) ? [] : [{ dimension, ...alpha }],
  );
  const rough = found.filter(({ units }) => units < MINIMUMS.agreementUnitsPlain);
  const wide = found.filter(
    ({ interval }) => !isMissing(interval) && interval[1] - interval[0] > WIDEST_USEFUL_ALPHA_INTERVAL,
  );
  const names = (some: typeof found) => listed(some.map(({ dimension }) => dimension));
  return [
    ...(rough.length > 0
      ? [
          `Agreement is rough, from fewer than ${MINIMUMS.agreementUnitsPlain} candidates seen by two or more: ${names(rough)}.`,
        ]
      : []),
    ...(wide.length > 0
      ? [
          `The interval of alpha is wider than ${WIDEST_USEFUL_ALPHA_INTERVAL}, too wide to lean on: ${names(wide)}.`,
        ]
      : []),
  ];
}

/** Who has been seen, or has seen others' candidates, too little for a figure of their own. */
export function earlyWarnings({ table, pairs, ratings }: Prepared, linked: Components | null): string[] {
  const warnings: string[] = [];
  const single = table.candidates.filter((_, i) => pairs.ratersOfCandidate[i] === 1);
  if (single.length > 0) {
    warnings.push(
      `A single view, one interviewer's score that cannot be told from the interviewer: ${listed(single)}. Read the raw score.`,
    );
  }
  const shared = sharedUnits(ratings);
  const early = table.raters.filter((_, j) => (shared[j] ?? 0) < MINIMUMS.severitySharedUnits);
  if (early.length > 0) {
    warnings.push(
      `Too early to judge, with fewer than ${MINIMUMS.severitySharedUnits} candidates that others saw too: ${listed(early)}. Their severity is mostly shrunk towards 0.`,
    );
  }
  const apart = linked === null ? [] : table.raters.filter((_, j) => (linked.ofRater[j] ?? 0) > 0);
  if (apart.length > 0) {
    warnings.push(
      `Not linked to the largest group, so not comparable with it in severity: ${listed(apart)}.`,
    );
  }
  return warnings;
}

/** Fair scores that say less than half of how candidates differ. */
export function unreliableWarnings({ table }: Prepared, fit: Outcome<ModelFigures>): string[] {
  if (!fit.ok || !candidatesDiffer(fit.value)) return [];
  const { study, dimensions, fairSe } = fit.value;
  const variance = study.variance.unit + study.variance.unitDimension / dimensions;
  const weak = table.candidates.filter(
    (_, i) => (fairSe[i] ?? 0) ** 2 > (1 - LOWEST_USEFUL_RELIABILITY) * variance,
  );
  if (weak.length === 0) return [];
  const whose = weak.length === table.candidates.length ? "every candidate" : listed(weak);
  return [
    `The fair score is more error than finding (its squared error is over half of how much candidates differ) for: ${whose}.`,
  ];
}

/** Above these, weighing every pair that has not met takes seconds. */
const MOST_RATERS_WEIGHED = 200;
const MOST_UNITS_WEIGHED = 2000;

/** Where the panel hangs by a thread, and the one interview that would help most. */
export function linkWarnings({ table, ratings }: Prepared, linked: Components | null): string[] {
  if (linked === null || table.raters.length < 2) return [];
  const weak = weakLinks(ratings);
  const threads = weak.ok ? weak.value.bridges.filter(({ pendant }) => !pendant) : [];
  const warnings =
    threads.length > 0
      ? [
          `The panel hangs by single interviews; without one of them it falls into groups that cannot be compared: ${listed(
            threads.map(({ unit, rater }) => `${table.raters[rater]} with ${table.candidates[unit]}`),
          )}.`,
        ]
      : [];
  if (threads.length === 0 && linked.count === 1) return warnings;
  const extra = extraInterviewOf(table, ratings);
  return extra === null ? warnings : [...warnings, extra];
}

/** The one extra interview as a sentence; null where nothing is left to add or the table is too large to weigh. */
export function extraInterviewOf(table: Prepared["table"], ratings: Prepared["ratings"]): string | null {
  if (ratings.raters > MOST_RATERS_WEIGHED || ratings.units > MOST_UNITS_WEIGHED) return null;
  const best = extraPair(ratings);
  if (!best.ok) return null;
  const { unit, rater } = best.value;
  return `One interview more would help most if ${table.raters[rater]} saw ${table.candidates[unit]}.`;
}

/** Opposite faults in one candidate are a split to talk through, whatever the mean says. */
export function oppositeWarnings(prepared: Prepared): string[] {
  const { table, bipolar } = prepared;
  if (bipolar < 0) return [];
  const byUnit = scoresByUnit(ratingsOfDimension(prepared, bipolar));
  const split = table.candidates.filter((_, i) => {
    const found = bipolarSummary(byUnit[i] ?? [], (x) => foldQuality(x));
    return found.ok && found.value.splitAtTheEnds;
  });
  if (split.length === 0) return [];
  return [
    `Interviewers saw opposite faults on ${table.dimensions[bipolar]} (one end and the other); talk it through: ${listed(split)}.`,
  ];
}
