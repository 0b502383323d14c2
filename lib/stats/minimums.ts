/**
 * How much data each figure needs before a person should act on it. One table, each line with its
 * reason; the simulations named here are in the statistics notes (coverage of intervals against truth).
 * A coefficient may be *computable* below its line: the line says when it may be shown.
 *
 * Range: counts 1 up. Unit: as each name says. Undefined: never.
 * Minimum n: none.
 * Source: Zapf et al. (2016), https://doi.org/10.1186/s12874-016-0200-9; Legendre (2005),
 * https://doi.org/10.1198/108571105X46642; Linacre (2002), Optimizing rating scale category effectiveness;
 * the others from our own coverage simulations.
 *
 * @example
 * counts.pairableUnits >= MINIMUMS.agreementUnits; // an alpha may be shown, marked rough below 20
 */
export const MINIMUMS = {
  /** Below 10 units the jackknife interval covers under 91 % and alpha's own SD is above .2. */
  agreementUnits: 10,
  /** From 20 units an alpha is shown plain; between 10 and 19 it is marked rough. */
  agreementUnitsPlain: 20,
  /** The percentile bootstrap covers 73-81 % below 20 units: it would promise too much. */
  bootstrapUnits: 20,
  /** Agreement is between people: a unit with one rating says nothing about it. */
  ratingsPerUnit: 2,
  /** An F interval on fewer complete rows spans most of the scale. */
  iccUnits: 10,
  /** Two columns cannot tell a rater's level from the interaction. */
  iccRaters: 3,
  /** A kappa on fewer common units has a standard error above .15. */
  kappaUnits: 20,
  /** With one category used kappa is 0/0. */
  kappaCategoriesPerRater: 2,
  /** Ranking four units gives 24 orders: chance concordance is common. */
  kendallUnits: 5,
  kendallRaters: 3,
  /** The chi-square of W needs more than seven units; the F approximation is used below. */
  kendallChiSquareUnits: 8,
  /** With two ratings s^2 has one degree of freedom: show the range instead. */
  withinGroupRatings: 3,
  /** A severity on fewer shared units is mostly the shrinkage. */
  severitySharedUnits: 5,
  /** The spread of severities is itself an estimate from this many people. */
  severityRaters: 5,
  /** One view cannot separate the unit from the rater. */
  fairScoreRaters: 2,
  /** Below this many units the variance ratios are integrated, not plugged in (plug-in covers 82-91 %). */
  plugInUnits: 40,
  /** Two units carry no information on how units differ. */
  fairScoreUnits: 3,
  generalizabilityUnits: 10,
  generalizabilityRaters: 5,
  /** A correlation from eight sheets still has an SE near .35. */
  haloSheets: 8,
  /** A slope on own scores needs as many sheets as halo does. */
  centralTendencySheets: 8,
  driftUnits: 10,
  driftTimes: 3,
  /** Linacre's rule of thumb for a stable rater measure. */
  raschRatingsPerRater: 30,
  /** Linacre's rule of thumb for a stable threshold. */
  raschRatingsPerCategory: 10,
} as const;

/** A figure whose interval is wider than this is drawn grey and called too wide to use. */
export const WIDEST_USEFUL_ALPHA_INTERVAL = 0.8;

/** A fair score explaining less than half of the unit variance is drawn grey. */
export const LOWEST_USEFUL_RELIABILITY = 0.5;
