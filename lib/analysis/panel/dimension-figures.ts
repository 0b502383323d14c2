import { boundarySplits } from "../../stats/agreement/boundary-splits";
import { countByUnit, type UnitCounts } from "../../stats/agreement/counts";
import { percentAgreement } from "../../stats/agreement/percent-agreement";
import { agreementProfile } from "../../stats/agreement/profile";
import type { WeightTable } from "../../stats/agreement/weights";
import { MINIMUMS } from "../../stats/minimums";
import { undefinedFor } from "../../stats/outcome";
import { type Ratings, scoresByUnit } from "../../stats/ratings";
import { ratingsOfDimension } from "../agreement";
import { levelsOf, type Prepared } from "../prepare";
import { type AgreementReport, isMissing } from "../report-shape";
import { type DimensionFigures, type PanelMissing, type Told, told } from "./panel-shape";

/** More values than this are measurements: nobody reads a histogram of forty columns. */
const MOST_LEVELS_DRAWN = 21;
const NOBODY_TWICE = "Nobody was scored by two interviewers yet.";

/** How far interviewers agree on one dimension: alpha as the report has it, and two plain descriptions. */
export function dimensionFigures(prepared: Prepared, d: number, report: AgreementReport): DimensionFigures {
  const ratings = ratingsOfDimension(prepared, d);
  const counts = countByUnit(ratings);
  const units = counts.ok ? counts.value.pairableUnits : 0;
  const known = counts.ok ? levelsOf(prepared, d, counts.value.values) : [];
  const levels = known.length > MOST_LEVELS_DRAWN ? [] : known;
  const share = (agrees: (apart: number) => boolean): Told<number> =>
    !counts.ok || units === 0
      ? told(undefinedFor("no-pairs", NOBODY_TWICE, 1), never)
      : levels.length === 0
        ? told(undefinedFor("invalid-scale", "These scores are measurements, not levels of a scale."), never)
        : sharing(counts.value, levels, agrees);
  return {
    dimension: report.dimension,
    levels,
    units,
    spread: spreadOf(scoresByUnit(ratings), levels),
    percentAgreement: share((apart) => apart === 0),
    withinOne: share((apart) => apart <= 1),
    alpha: alphaOf(report, units),
    boundaries: boundariesOf(ratings, levels, units),
  };
}

/** Mean over candidates of the share of pairs of interviewers that agree: a description, so one candidate is enough. */
function sharing(counts: UnitCounts, levels: readonly number[], agrees: (apart: number) => boolean) {
  const credit = Float64Array.from(levels.flatMap((a) => levels.map((b) => Number(agrees(Math.abs(a - b))))));
  const table: WeightTable = { credit, q: levels.length, total: credit.reduce((sum, one) => sum + one, 0) };
  const profile = agreementProfile(counts, levels, table);
  return told(profile.ok ? percentAgreement(profile.value) : profile, ({ estimate }) => estimate);
}

/** Candidates with two ratings or more by largest difference, in whole points. */
function spreadOf(byUnit: readonly (readonly number[])[], levels: readonly number[]): number[] {
  const [lowest, highest] = [levels[0], levels.at(-1)];
  if (lowest === undefined || highest === undefined || !levels.every(Number.isInteger)) return [];
  const spread = Array<number>(highest - lowest + 1).fill(0);
  for (const scores of byUnit) {
    if (scores.length < MINIMUMS.ratingsPerUnit) continue;
    const apart = Math.max(...scores) - Math.min(...scores);
    spread[apart] = (spread[apart] ?? 0) + 1;
  }
  return spread;
}

function alphaOf({ alpha }: AgreementReport, units: number): DimensionFigures["alpha"] {
  if (!isMissing(alpha)) return { estimate: alpha.estimate, interval: alpha.interval };
  return alpha.undefined === "too-few-units" || alpha.undefined === "no-pairs"
    ? tooFewForAlpha(units)
    : { undefined: alpha.undefined, detail: alpha.detail };
}

/** Where pairs part, from as many candidates as agreement itself asks for: below, it is the talk of one interview. */
function boundariesOf(
  ratings: Ratings,
  levels: readonly number[],
  units: number,
): DimensionFigures["boundaries"] {
  if (units < MINIMUMS.agreementUnits) return tooFewForAlpha(units);
  return told(boundarySplits(ratings, levels), (lines) =>
    lines.map(({ agreement, ...line }) => ({ ...line, agreement: told(agreement, (value) => value) })),
  );
}

function tooFewForAlpha(units: number): PanelMissing {
  const needed = MINIMUMS.agreementUnits;
  const detail =
    units === 0
      ? NOBODY_TWICE
      : `Needs ${needed} candidates scored by two or more interviewers; there are ${units}.`;
  return { undefined: "too-few-units", detail, missing: needed - units };
}

function never(value: never): never {
  return value;
}
