import { MINIMUMS } from "../minimums";
import { defined, type Outcome, undefinedFor } from "../outcome";
import type { DimensionRatings } from "../ratings";
import { leaveOneOutConsensus } from "./consensus";
import { correlation, mean, standardDeviation } from "./moments";

/**
 * Halo of each rater: does one impression colour the whole sheet? Compared with what the others said of
 * the same units, because units really are good all round: the raw correlation of dimensions
 * confounds that true halo and is shown only beside the residual one.
 *
 * Range: ratio of spreads 0 up (below 1: flatter sheets than the others'); correlations -1 to 1.
 * Unit: none. Minimum n: MINIMUMS.haloSheets complete sheets with a second opinion, two dimensions.
 * Undefined: `too-few-dimensions`; `too-few-units` below the sheets; a correlation or ratio with
 * `no-variation` when a dimension never varies. One outcome a rater.
 * Source: Saal, Downey & Lahey (1980), https://doi.org/10.1037/0033-2909.88.2.413
 *
 * @example
 * haloOfRaters(ratings)[0]; // rater 1 of the 60 x 25 x 5 panel: 9 sheets, ratio 1.2052, residual r -.0695
 */
export function haloOfRaters(
  ratings: DimensionRatings,
  minSheets: number = MINIMUMS.haloSheets,
): readonly Outcome<Halo>[] {
  const sheets = completeSheets(ratings);
  return Array.from({ length: ratings.raters }, (_, r) => {
    if (ratings.dimensions < 2)
      return undefinedFor("too-few-dimensions", "Halo shows across two dimensions or more.");
    const own = sheets[r] ?? [];
    if (own.length >= Math.max(1, minSheets)) return defined(haloOf(own, ratings.dimensions));
    const detail = `Halo needs ${minSheets} complete sheets with a second opinion; there are ${own.length}.`;
    return undefinedFor("too-few-units", detail, minSheets - own.length);
  });
}

export interface Halo {
  readonly sheets: number;
  /** Mean spread across the dimensions of a sheet. */
  readonly ownSpread: number;
  /** The same spread in the consensus of the others. */
  readonly consensusSpread: number;
  readonly spreadRatio: Outcome<number>;
  /** Mean correlation of two dimensions over the rater's sheets. */
  readonly rawCorrelation: Outcome<number>;
  /** The same after taking away what the others said: the part that is the rater's own. */
  readonly residualCorrelation: Outcome<number>;
  /** Share of sheets with the same score on every dimension. */
  readonly identicalShare: number;
}

interface Sheet {
  readonly own: Float64Array;
  readonly consensus: Float64Array;
  filled: number;
}

/** Sheets that have every dimension, each with somebody else's view of it; by rater. */
function completeSheets(ratings: DimensionRatings): Sheet[][] {
  const { unit, rater, dimension, score, units, raters, dimensions } = ratings;
  const { value, others } = leaveOneOutConsensus(ratings);
  const found = Array.from({ length: raters }, () => new Map<number, Sheet>());
  for (let k = 0; k < score.length; k++) {
    if ((others[k] ?? 0) === 0) continue;
    const mine = found[rater[k] ?? 0];
    const u = unit[k] ?? units;
    const d = dimension[k] ?? 0;
    const sheet = mine?.get(u) ?? emptySheet(dimensions);
    if (Number.isNaN(sheet.own[d])) sheet.filled += 1;
    sheet.own[d] = score[k] ?? 0;
    sheet.consensus[d] = value[k] ?? 0;
    mine?.set(u, sheet);
  }
  return found.map((mine) => [...mine.values()].filter((sheet) => sheet.filled === dimensions));
}

function emptySheet(dimensions: number): Sheet {
  return {
    own: new Float64Array(dimensions).fill(Number.NaN),
    consensus: new Float64Array(dimensions),
    filled: 0,
  };
}

function haloOf(sheets: readonly Sheet[], dimensions: number): Halo {
  const spreads = sheets.map(({ own }) => standardDeviation(own));
  const ownSpread = mean(spreads);
  const consensusSpread = mean(sheets.map(({ consensus }) => standardDeviation(consensus)));
  return {
    sheets: sheets.length,
    ownSpread,
    consensusSpread,
    spreadRatio:
      consensusSpread > ROUNDING
        ? defined(ownSpread / consensusSpread)
        : undefinedFor("no-variation", "The others gave every dimension the same."),
    rawCorrelation: meanCorrelation(sheets, dimensions, ({ own }, d) => own[d] ?? 0),
    residualCorrelation: meanCorrelation(
      sheets,
      dimensions,
      ({ own, consensus }, d) => (own[d] ?? 0) - (consensus[d] ?? 0),
    ),
    identicalShare: spreads.filter((spread) => spread === 0).length / sheets.length,
  };
}

/** A mean of the others this flat is flat: what is left is rounding. */
const ROUNDING = 1e-12;

/** Mean over pairs of dimensions of their correlation over sheets; every dimension must vary. */
function meanCorrelation(
  sheets: readonly Sheet[],
  dimensions: number,
  at: (sheet: Sheet, dimension: number) => number,
): Outcome<number> {
  const columns = Array.from({ length: dimensions }, (_, d) => sheets.map((sheet) => at(sheet, d)));
  const found: number[] = [];
  for (const [d, first] of columns.entries()) {
    for (const second of columns.slice(d + 1)) {
      const r = correlation(first, second);
      if (r === null) return undefinedFor("no-variation", "A dimension does not vary over the sheets.");
      found.push(r);
    }
  }
  return defined(mean(found));
}
