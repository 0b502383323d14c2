import { z } from "zod";
import { mapOutcome } from "../../../stats/outcome";
import { rangeUseOfRaters } from "../../../stats/rater-effects/central-tendency";
import { haloOfRaters } from "../../../stats/rater-effects/halo";
import type { ReferenceCase } from "../case";
import { type Family, type Figure, figure } from "../figures";
import { type LabelledDimensions, readDimensions } from "../table";

/** The cases show every rater, however few their sheets. */
const ANY_NUMBER = 1;

/** Halo and use of the range, rater by rater, against the consensus of the others. */
export const raterEffectsFamily: Family = (subject) => {
  const ratings = readDimensions(subject);
  return (stat) => {
    if (stat === "halo_per_rater") return halo(ratings);
    if (stat === "central_tendency_per_rater") return rangeUse(ratings, scaleOf(subject));
    return undefined;
  };
};

function halo(ratings: LabelledDimensions): Figure {
  return haloOfRaters(ratings, ANY_NUMBER).map((found, r): Figure => {
    if (!found.ok) return found;
    const it = found.value;
    return {
      rater: label(ratings, r),
      n_sheets: it.sheets,
      mean_sd_across_dims: it.ownSpread,
      mean_sd_consensus: it.consensusSpread,
      sd_ratio: figure(it.spreadRatio),
      mean_interdim_r: figure(it.rawCorrelation),
      mean_interdim_residual_r: figure(it.residualCorrelation),
      identical_sheets_share: it.identicalShare,
    };
  });
}

function rangeUse(ratings: LabelledDimensions, scale: { low: number; high: number }): Figure {
  return rangeUseOfRaters(ratings, scale, ANY_NUMBER).perRater.map((found, r): Figure => {
    if (!found.ok) return found;
    const it = found.value;
    return {
      rater: label(ratings, r),
      n: it.ratings,
      sd: it.spread,
      sd_ratio_to_all: figure(it.spreadRatio),
      slope_on_loo: figure(mapOutcome(it.slope, (slope) => slope.estimate)),
      slope_se: figure(mapOutcome(it.slope, (slope) => slope.standardError)),
      share_mid: it.middleShare,
      share_extreme: it.extremeShare,
      mean_abs_dev_from_mid: it.meanDistanceFromMiddle,
    };
  });
}

function label({ raterLabels }: LabelledDimensions, r: number): Figure {
  const name = raterLabels[r] ?? "";
  return Number.isFinite(Number(name)) ? Number(name) : name;
}

/** The rubric's scale as the case gives it, else one to five. */
function scaleOf({ data }: ReferenceCase): { low: number; high: number } {
  const listed = z
    .array(z.number())
    .min(2)
    .safeParse(data.scale ?? data.categories);
  const points = z.number().safeParse(data.scale_points);
  if (listed.success) return { low: Math.min(...listed.data), high: Math.max(...listed.data) };
  return { low: 1, high: points.success ? points.data : 5 };
}
