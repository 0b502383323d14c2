import { bipolarAgreement } from "../../../stats/bipolar/bipolar-agreement";
import { bipolarSummary } from "../../../stats/bipolar/bipolar-summary";
import { mapOutcome } from "../../../stats/outcome";
import { scoresByUnit } from "../../../stats/ratings";
import { type Family, type Figure, figure } from "../figures";
import { type LabelledRatings, readRatings } from "../table";

/** The rubric's map in the cases: 5 in the middle, 1 at either end. */
const merit = (x: number) => 5 - 2 * Math.abs(x);

/** The bipolar dimension: per candidate without cancelling, and agreement signed and folded. */
export const bipolarFamily: Family = (subject) => {
  const ratings = readRatings(subject);
  return (stat) => {
    if (stat === "per_candidate") return perCandidate(ratings);
    const [, side = "", metric = ""] = /^alpha_(signed|folded)_(interval|ordinal)$/.exec(stat) ?? [];
    if (side === "") return undefined;
    const both = bipolarAgreement(ratings, Math.abs, metric === "ordinal" ? "ordinal" : "interval");
    return figure(mapOutcome(side === "signed" ? both.signed : both.folded, (it) => it.estimate));
  };
};

function perCandidate(ratings: LabelledRatings): Figure {
  const positions = scoresByUnit(ratings);
  return ratings.unitLabels.map((label, unit): Figure => {
    const found = bipolarSummary(positions[unit] ?? [], merit);
    if (!found.ok) return found;
    const it = found.value;
    return {
      candidate: Number.isFinite(Number(label)) ? Number(label) : label,
      n: it.n,
      naive_mean: it.direction,
      direction: it.direction,
      magnitude: it.magnitude,
      rms: it.rootMeanSquare,
      merit_per_rating_mean: it.quality,
      merit_of_naive_mean: it.qualityOfMean,
      cancellation_share: it.cancellation,
      opposite_sign_pair_share: figure(it.oppositePairs),
      n_deflection: it.below,
      n_calm: it.middle,
      n_paralysis: it.above,
    };
  });
}
