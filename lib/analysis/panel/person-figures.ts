import { rangeUseOfRaters } from "../../stats/rater-effects/central-tendency";
import { haloOfRaters } from "../../stats/rater-effects/halo";
import type { DimensionRatings } from "../../stats/ratings";
import type { Prepared } from "../prepare";
import { type HaloFigure, type PanelMissing, type RangeFigure, type Told, told } from "./panel-shape";

const identity = (value: number) => value;

/** The prepared table with its dimensions: quality on each, so that both sides of a bipolar one count alike. */
export function dimensionRatings({ ratings, table }: Prepared): DimensionRatings {
  return { ...ratings, dimension: table.dimension, dimensions: Math.max(1, table.dimensions.length) };
}

/** Halo of each rater, in the table's order. */
export function haloFigures(prepared: Prepared): Told<HaloFigure>[] {
  return haloOfRaters(dimensionRatings(prepared)).map((outcome) =>
    told(outcome, ({ sheets, residualCorrelation, rawCorrelation, spreadRatio, identicalShare }) => ({
      sheets,
      residualCorrelation: told(residualCorrelation, identity),
      rawCorrelation: told(rawCorrelation, identity),
      spreadRatio: told(spreadRatio, identity),
      identicalShare,
    })),
  );
}

const NO_SCALE: PanelMissing = {
  undefined: "invalid-scale",
  detail: "The scores are measurements without a scale, so there is no middle to keep to.",
};

/**
 * Use of the range by each rater, in the table's order, and the slope of all together. Over the dimensions of levels
 * only: the middle of a bipolar one is its best, not a safe place.
 */
export function rangeFigures(prepared: Prepared): {
  perRater: Told<RangeFigure>[];
  poolSlope: Told<number>;
} {
  const { scale, bipolar, table } = prepared;
  if (scale === null) return { perRater: table.raters.map(() => NO_SCALE), poolSlope: NO_SCALE };
  const whole = dimensionRatings(prepared);
  const rows = Int32Array.from(table.score.keys()).filter(
    (at) => bipolar < 0 || table.dimension[at] !== bipolar,
  );
  const levels: DimensionRatings = {
    ...whole,
    unit: rows.map((at) => whole.unit[at] ?? 0),
    rater: rows.map((at) => whole.rater[at] ?? 0),
    dimension: rows.map((at) => whole.dimension[at] ?? 0),
    score: Float64Array.from(rows, (at) => whole.score[at] ?? 0),
  };
  const found = rangeUseOfRaters(levels, { low: scale.lowest, high: scale.highest });
  return {
    poolSlope: told(found.poolSlope, ({ estimate }) => estimate),
    perRater: found.perRater.map((outcome) =>
      told(outcome, ({ ratings, middleShare, extremeShare, spreadRatio, slope }) => ({
        ratings,
        middleShare,
        extremeShare,
        spreadRatio: told(spreadRatio, identity),
        slope: told(slope, (line) => ({
          estimate: line.estimate,
          se: line.standardError,
        })),
      })),
    ),
  };
}
