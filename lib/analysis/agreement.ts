import { countByUnit, type UnitCounts } from "../stats/agreement/counts";
import { gwetAc } from "../stats/agreement/gwet-ac";
import { krippendorffAlpha } from "../stats/agreement/krippendorff-alpha";
import { alphaJackknife } from "../stats/agreement/krippendorff-jackknife";
import type { Coefficient } from "../stats/agreement/linearised";
import { agreementProfile } from "../stats/agreement/profile";
import { weightTable } from "../stats/agreement/weights";
import { MINIMUMS } from "../stats/minimums";
import { type Outcome, undefinedFor } from "../stats/outcome";
import type { Ratings } from "../stats/ratings";
import { levelsOf, type Prepared } from "./prepare";
import { type AgreementReport, type Missing, shown } from "./report-shape";

/** Scores with more values than this are measurements: alpha's interval metric suits them. */
const MOST_ORDINAL_VALUES = 100;
const ALL = "all";

/** Alpha and AC2 of each dimension, on the scale it was scored on (signed for a bipolar one). */
export function reportAgreement(prepared: Prepared): AgreementReport[] {
  const names =
    prepared.table.dimensions.length < 2 ? [prepared.table.dimensions[0] ?? ALL] : prepared.table.dimensions;
  return names.map((name, d) => ofDimension(prepared, name, d, ratingsOfDimension(prepared, d)));
}

/**
 * The scores of one dimension as they were given (signed for a bipolar one), units and raters numbered as in the
 * table, each person's first on a candidate.
 */
export function ratingsOfDimension({ table, ratings, firstViews }: Prepared, d: number): Ratings {
  const single = table.dimensions.length < 2;
  if (single && firstViews === null) return { ...ratings, score: table.score };
  const rows = Int32Array.from(table.score.keys()).filter(
    (at) => (single || table.dimension[at] === d) && (firstViews === null || firstViews.speaks[at] === 1),
  );
  return {
    ...ratings,
    unit: rows.map((at) => table.candidate[at] ?? 0),
    rater: rows.map((at) => table.rater[at] ?? 0),
    score: Float64Array.from(rows, (at) => table.score[at] ?? 0),
  };
}

function ofDimension(prepared: Prepared, dimension: string, d: number, ratings: Ratings): AgreementReport {
  const counts = countByUnit(ratings);
  if (!counts.ok) return { dimension, alpha: shown(counts, never), ac2: shown(counts, never) };
  const units = counts.value.pairableUnits;
  const metric = counts.value.values.length > MOST_ORDINAL_VALUES ? "interval" : "ordinal";
  const alpha = krippendorffAlpha(counts.value, metric);
  const few = alpha.ok ? enoughUnits(units) : alpha;
  if (few !== null && !few.ok) return { dimension, alpha: shown(few, never), ac2: shown(few, never) };
  return {
    dimension,
    alpha: shown(alpha, ({ estimate }) => ({
      metric,
      estimate,
      interval: shown(alphaJackknife(counts.value, metric), widthOf),
      units,
    })),
    ac2: shown(ac2Of(prepared, d, counts.value), ({ estimate, spread }) => ({
      weights: "quadratic" as const,
      estimate,
      interval: shown(spread, widthOf),
    })),
  };
}

/** Where every candidate says the same, leaving one out moves nothing: [1, 1] would promise perfection. */
const NO_WIDTH: Missing = {
  undefined: "no-variation",
  detail: "Every candidate shows the same agreement, so how far it could lie from the truth cannot be seen.",
};

/** An interval narrower than this is one point and the dust of its sums. */
const ROUNDING = 1e-9;

function widthOf({ interval }: { readonly interval: readonly [number, number] }) {
  return interval[1] - interval[0] > ROUNDING ? interval : NO_WIDTH;
}

/** Credit is a table of levels by levels; scores with more values than this are measurements, not levels. */
const MOST_LEVELS = 1001;

function ac2Of(prepared: Prepared, dimension: number, counts: UnitCounts): Outcome<Coefficient> {
  if (counts.values.length > MOST_LEVELS) {
    const detail = `${counts.values.length} different scores are not levels of a scale; AC2 needs levels. Alpha suits them.`;
    return undefinedFor("invalid-scale", detail);
  }
  const levels = levelsOf(prepared, dimension, counts.values);
  const profile = agreementProfile(counts, levels, weightTable(levels, "quadratic"));
  return profile.ok ? gwetAc(profile.value) : profile;
}

function enoughUnits(units: number): Outcome<never> | null {
  if (units === 0)
    return undefinedFor("no-pairs", "Nobody was rated by two people, so agreement cannot be seen.");
  const missing = MINIMUMS.agreementUnits - units;
  if (missing <= 0) return null;
  return undefinedFor(
    "too-few-units",
    `${units} candidates were rated twice; agreement needs ${MINIMUMS.agreementUnits}.`,
    missing,
  );
}

function never(value: never): never {
  return value;
}
