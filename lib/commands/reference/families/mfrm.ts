import { mapOutcome, type Outcome } from "../../../stats/outcome";
import { type FacetSummary, facetSummary } from "../../../stats/rasch/facet-summary";
import { fairAverages } from "../../../stats/rasch/fair-average";
import { fitStatistics } from "../../../stats/rasch/fit-statistics";
import { fitJmle, type JmleFit } from "../../../stats/rasch/jmle";
import { fitMml, type MarginalSeverity, type MmlFit } from "../../../stats/rasch/mml";
import { type RaschTable, raschTable } from "../../../stats/rasch/rating-table";
import { type Family, type Figure, figure, once } from "../figures";
import { findColumn, type LabelledRatings, labelList, numberLabels, readLong, readRatings } from "../table";
import { byLabel } from "./labelled";

type Facet = "persons" | "raters" | "items";

/** mfrm_rating_scale: log P_k/P_(k-1) = person - rater - item - tau_k, jointly and marginally. */
export const mfrm: Family = (subject) => {
  const ratings = readRatings(subject);
  const column = findColumn(readLong(subject), "dimension") ?? Array.from(ratings.score, () => "1");
  const items = numberLabels(column, labelList(subject, "items", "traits", "dimension_labels"));
  const table = raschTable({
    person: ratings.unit,
    rater: ratings.rater,
    item: items.index,
    score: ratings.score,
    persons: ratings.units,
    raters: ratings.raters,
    items: items.labels.length,
  });
  const labels = { persons: ratings.unitLabels, raters: ratings.raterLabels, items: items.labels };
  const joint = once(() => fitJmle(table));
  const marginal = once(() => fitMml(table));
  return (stat) => {
    if (stat === "category_counts") return categoryCounts(ratings);
    const [, facet, rest] = /^(persons|raters|items)_(.+)$/.exec(stat) ?? [];
    if (facet === "persons" || facet === "raters" || facet === "items") {
      if (rest === "total") return totals(ratings, table, labels, facet);
      return through(joint(), (fit) => facetFigure(fit, facet, rest ?? "", labels[facet]));
    }
    if (stat.startsWith("mml_")) return through(marginal(), (fit) => marginalFigure(fit, stat, labels));
    return through(joint(), (fit) => jointFigure(fit, stat, labels));
  };
};

function through<T>(outcome: Outcome<T>, read: (value: T) => Figure | undefined): Figure | undefined {
  const found = mapOutcome(outcome, read);
  return found.ok ? found.value : found;
}

/** Counts of every score between the lowest and the highest, unused ones too. */
function categoryCounts({ score }: LabelledRatings): Figure {
  const low = score.reduce((least, x) => Math.min(least, x), Number.POSITIVE_INFINITY);
  const high = score.reduce((most, x) => Math.max(most, x), Number.NEGATIVE_INFINITY);
  return Array.from({ length: high - low + 1 }, (_, k) =>
    score.reduce((sum, x) => sum + (x === low + k ? 1 : 0), 0),
  );
}

function totals({ score }: LabelledRatings, table: RaschTable, labels: Labels, facet: Facet): Figure {
  const sums = new Float64Array(labels[facet].length);
  elementsOf(table, facet).forEach((element, row) => {
    sums[element] = (sums[element] ?? 0) + (score[row] ?? 0);
  });
  return byLabel(labels[facet], sums);
}

type Labels = Readonly<Record<Facet, readonly string[]>>;
const KEY = { persons: "person", raters: "rater", items: "item" } as const;

function elementsOf(table: RaschTable, facet: Facet): Int32Array {
  return table[KEY[facet]];
}

function facetFigure(
  fit: JmleFit,
  facet: Facet,
  stat: string,
  labels: readonly string[],
): Figure | undefined {
  const { table } = fit.extremes;
  const key = KEY[facet];
  const shown = <T>(of: readonly Outcome<T>[], read: (one: T) => number) =>
    byLabel(
      labels,
      of.map((one) => (one.ok ? read(one.value) : null)),
    );
  const elements = fit.elements[key];
  // A lone element stands at 0 by convention, which other programs print; our own answer is its reason.
  const counted = (values: Float64Array) =>
    byLabel(
      labels,
      elements.map((one, at) => (one.ok || one.reason === "one-rater" ? (values[at] ?? null) : null)),
    );
  const statistics = () => fitStatistics(table, fit.solved.measures, elementsOf(table, facet), labels.length);
  const measured = elements.flatMap((one) => (one.ok ? [one.value] : []));
  switch (stat) {
    case "measure":
      return counted(fit.solved.measures[key]);
    case "se_model":
      return counted(fit.solved.modelError[key]);
    case "se_joint":
      return counted(fit.solved.jointError[key]);
    case "infit":
      return shown(statistics(), ({ infit }) => infit);
    case "infit_z":
      return shown(statistics(), ({ infitZ }) => infitZ);
    case "outfit":
      return shown(statistics(), ({ outfit }) => outfit);
    case "outfit_z":
      return shown(statistics(), ({ outfitZ }) => outfitZ);
    case "fair_avg":
      return shown(fairAverages(fit)[key], (average) => average);
    case "summary":
      return figure(
        mapOutcome(
          facetSummary(
            measured.map(({ measure }) => measure),
            measured.map(({ modelError }) => modelError),
          ),
          summaryFigure,
        ),
      );
    default:
      return undefined;
  }
}

function summaryFigure(summary: FacetSummary): Figure {
  return {
    rmse: summary.rmse,
    sd_sample: summary.sdSample,
    sd_pop: summary.sdPopulation,
    separation_sample: summary.separationSample,
    separation_pop: summary.separationPopulation,
    reliability_sample: summary.reliabilitySample,
    reliability_pop: summary.reliabilityPopulation,
    strata_pop: summary.strata,
    chisq_fixed: summary.chiSquare,
    df: summary.freedom,
  };
}

function jointFigure(fit: JmleFit, stat: string, labels: Labels): Figure | undefined {
  if (stat === "thresholds_tau") return [...fit.thresholds.tau];
  if (stat === "thresholds_se_joint") return [...fit.thresholds.standardError];
  if (stat === "joint_loglik") return fit.logLikelihood;
  if (stat === "extreme_persons") return fit.extremes.persons.map((n) => labels.persons[n] ?? "");
  if (stat === "extreme_raters") return fit.extremes.raters.map((j) => labels.raters[j] ?? "");
  return undefined;
}

function marginalFigure(fit: MmlFit, stat: string, labels: Labels): Figure | undefined {
  const ofRaters = (read: (one: MarginalSeverity) => number | null) =>
    byLabel(
      labels.raters,
      fit.rater.map((one) => (one.ok ? read(one.value) : null)),
    );
  const figures: Readonly<Record<string, () => Figure>> = {
    mml_rater_severity: () => ofRaters(({ severity }) => severity),
    mml_rater_se_TAM: () => ofRaters(({ standardError }) => (standardError.ok ? standardError.value : null)),
    mml_item_difficulty: () => [...fit.item],
    mml_thresholds: () => [...fit.tau],
    mml_deviance: () => fit.deviance,
    mml_theta_variance: () => fit.variance,
    mml_eap: () => byLabel(labels.persons, fit.ability),
    mml_eap_sd: () => byLabel(labels.persons, fit.abilitySd),
    mml_eap_reliability_TAM: () => eapReliability(fit),
  };
  return figures[stat]?.();
}

/** Variance of the expected abilities against what is left uncertain. */
function eapReliability({ ability, abilitySd }: MmlFit): Figure {
  const n = ability.length;
  const mean = ability.reduce((sum, x) => sum + x, 0) / n;
  const variance = ability.reduce((sum, x) => sum + (x - mean) ** 2, 0) / Math.max(1, n - 1);
  const error = abilitySd.reduce((sum, sd) => sum + sd * sd, 0) / n;
  return variance / (variance + error);
}
