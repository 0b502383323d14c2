import { countByUnit, type UnitCounts } from "../../../stats/agreement/counts";
import { disagreement, METRICS, type Metric } from "../../../stats/agreement/disagreement";
import { krippendorffAlpha } from "../../../stats/agreement/krippendorff-alpha";
import { alphaBootstrap } from "../../../stats/agreement/krippendorff-bootstrap";
import { alphaJackknife } from "../../../stats/agreement/krippendorff-jackknife";
import { mapOutcome, type Outcome } from "../../../stats/outcome";
import { seededRandom } from "../../../stats/random";
import { type Family, figure } from "../figures";
import { readRatings } from "../table";

/** Unit draws per resample times resamples: keeps the second opinion to some seconds on large tables. */
const BOOTSTRAP_DRAWS = 20_000_000;

/** Krippendorff's alpha at four levels, with its jackknife and (from the cases, at any size) bootstrap. */
export const krippendorffAlphaFamily: Family = (subject) => {
  const counts = countByUnit(readRatings(subject));
  return (stat) => {
    if (stat === "n_pairable_values") return counts.ok ? counts.value.pairableRatings : 0;
    if (stat === "n_pairable_units") return counts.ok ? counts.value.pairableUnits : 0;
    const metric = METRICS.find((one) => stat.endsWith(`_${one}`));
    if (!metric) return undefined;
    if (!counts.ok) return counts;
    return answer(counts.value, metric, stat.slice(0, -metric.length - 1));
  };
};

function answer(counts: UnitCounts, metric: Metric, stat: string) {
  const alpha = () => krippendorffAlpha(counts, metric);
  const sums = () => disagreement(counts, metric);
  if (stat === "alpha") return figure(mapOutcome(alpha(), (it) => it.estimate));
  if (stat === "Do") return figure(mapOutcome(sums(), (it) => it.seen / it.margins.ratings));
  if (stat === "De") {
    return figure(mapOutcome(sums(), (it) => it.byChance / (it.margins.ratings * (it.margins.ratings - 1))));
  }
  if (stat === "jackknife_se")
    return figure(mapOutcome(alphaJackknife(counts, metric), (it) => it.standardError));
  if (stat === "jackknife_ci") return figure(mapOutcome(alphaJackknife(counts, metric), (it) => it.interval));
  if (stat === "bootstrap_ci") return figure(mapOutcome(bootstrap(counts, metric), (it) => it.interval));
  if (stat === "bootstrap_dropped") return figure(mapOutcome(bootstrap(counts, metric), (it) => it.dropped));
  return undefined;
}

function bootstrap(
  counts: UnitCounts,
  metric: Metric,
): Outcome<{ interval: readonly number[]; dropped: number }> {
  const resamples = Math.round(
    Math.min(20_000, Math.max(400, BOOTSTRAP_DRAWS / Math.max(1, counts.pairableUnits))),
  );
  return alphaBootstrap(counts, metric, seededRandom(1), { resamples, minUnits: 2 });
}
