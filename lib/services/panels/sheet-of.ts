import type { AnalysisOptions } from "@/lib/analysis/options";
import { panelFigures } from "@/lib/analysis/panel/panel-figures";
import {
  type DimensionFigures,
  isUntold,
  type PanelFigures,
  type RaterFigures,
  type Told,
} from "@/lib/analysis/panel/panel-shape";
import type { Table } from "@/lib/analysis/table";
import type {
  Figure,
  PanelDimension,
  PanelInterviewer,
  PanelSeverity,
  PanelSize,
  PersonFigures,
  SheetFigures,
} from "@/lib/contracts/panel-figures";
import { notEnough } from "./not-enough";

/** Ratings to read a sheet from, wherever they come from. */
export interface SheetSource {
  /** Observed ratings. A candidate's name in it is one unit; a rater's one person. */
  table: Table;
  options: AnalysisOptions;
  /** Every dimension of the sheet, in its order, also those that nobody observed. */
  dimensions: readonly { key: string; name: string; levels: readonly number[] }[];
  /** Who a rater of the table is, and what they filled in that is no observed rating. */
  raterOf(name: string): Pick<PanelInterviewer, "member" | "scorecards" | "notObserved"> | null;
  /** What a candidate of the table is called. */
  candidateOf(name: string): string;
  scorecards: number;
}

/** The sheet's figures: pure, the same for scorecards and for a file of somebody's own. */
export function sheetOf(
  source: SheetSource,
  at: Date,
  progress: (what: string) => void = () => {},
): SheetFigures {
  const called = (name: string) => source.raterOf(name)?.member.name ?? source.candidateOf(name);
  const figures = panelFigures(source.table, { ...source.options, called }, progress);
  return {
    candidates: figures.candidates,
    scorecards: source.scorecards,
    dimensions: dimensionsOf(source, figures),
    interviewers: interviewersOf(source, figures),
    panelSize: panelSizeOf(figures),
    poolSlope: isUntold(figures.poolSlope) ? null : figures.poolSlope,
    links: linksOf(source, figures),
    fold: foldOf(source.options),
    modelNotes: [...figures.warnings],
    computedAt: at.toISOString(),
  };
}

function dimensionsOf({ dimensions, options }: SheetSource, figures: PanelFigures): PanelDimension[] {
  return dimensions.map(({ key, name, levels }) => {
    const found = figures.dimensions.find(({ dimension }) => dimension === key);
    const about = { key, name, levels: [...(found?.levels ?? levels)], bipolar: key === options.bipolar };
    return found ? { ...about, ...agreementOf(found) } : { ...about, ...agreementOf(NEVER_OBSERVED) };
  });
}

const NOBODY = {
  undefined: "no-pairs",
  detail: "Nobody was scored by two interviewers yet.",
  missing: 1,
} as const;
const NEVER_OBSERVED: DimensionFigures = {
  dimension: "",
  levels: [],
  units: 0,
  spread: [],
  percentAgreement: NOBODY,
  withinOne: NOBODY,
  alpha: NOBODY,
  boundaries: NOBODY,
};

function agreementOf(found: DimensionFigures) {
  const { units, spread, percentAgreement, withinOne, alpha, boundaries } = found;
  return {
    units,
    spread: [...spread],
    percentAgreement: plain(percentAgreement),
    withinOne: plain(withinOne),
    alpha: isUntold(alpha)
      ? notEnough(alpha)
      : {
          state: "known" as const,
          value: alpha.estimate,
          interval: pairOrNull(alpha.interval),
        },
    boundaries: isUntold(boundaries)
      ? notEnough(boundaries)
      : {
          state: "known" as const,
          lines: boundaries.map(({ agreement, ...line }) => ({ ...line, agreement: orNull(agreement) })),
        },
  };
}

function plain(figure: Told<number>): Figure {
  return isUntold(figure) ? notEnough(figure) : { state: "known", value: figure, interval: null };
}

/** By name, never by rank: a list in order of anything else would be a league table. */
function interviewersOf(source: SheetSource, figures: PanelFigures): PanelInterviewer[] {
  return figures.raters
    .flatMap((row): PanelInterviewer[] => {
      const about = source.raterOf(row.rater);
      if (!about) return [];
      const { candidates, sharedCandidates } = row;
      const use = source.dimensions.map(({ key, levels }) => {
        const d = figures.dimensions.findIndex(({ dimension }) => dimension === key);
        return [key, [...(row.use[d] ?? levels.map(() => 0))]] as [string, number[]];
      });
      const own = {
        state: "open" as const,
        use: Object.fromEntries(use),
        severity: severityOf(row),
        ...effectsOf(row),
      };
      return [{ ...about, candidates, sharedCandidates, figures: own }];
    })
    .sort((a, b) => a.member.name.localeCompare(b.member.name, "en", { numeric: true }));
}

function severityOf({ severity }: RaterFigures): PanelSeverity {
  if (isUntold(severity)) return notEnough(severity);
  const { estimate, interval, verdict } = severity;
  return { state: "known", value: estimate, interval: pair(interval), verdict };
}

/** Two-sided 95 % of a slope: the few sheets it rests on are behind its standard error. */
const REACH = 1.96;

function effectsOf({ halo, range, drift }: RaterFigures): Pick<PersonFigures, "halo" | "range" | "drift"> {
  const slope = isUntold(range) || isUntold(range.slope) ? null : range.slope;
  return {
    halo: isUntold(halo)
      ? notEnough(halo)
      : isUntold(halo.residualCorrelation)
        ? notEnough(halo.residualCorrelation)
        : {
            state: "known",
            value: halo.residualCorrelation,
            sheets: halo.sheets,
            raw: orNull(halo.rawCorrelation),
            spreadRatio: orNull(halo.spreadRatio),
            identicalShare: halo.identicalShare,
          },
    range: isUntold(range)
      ? notEnough(range)
      : {
          state: "known",
          value: slope?.estimate ?? null,
          interval: slope && [slope.estimate - REACH * slope.se, slope.estimate + REACH * slope.se],
          ratings: range.ratings,
          middleShare: range.middleShare,
          extremeShare: range.extremeShare,
          spreadRatio: orNull(range.spreadRatio),
        },
    drift: isUntold(drift)
      ? notEnough(drift)
      : {
          state: "known",
          points: drift.map(({ at, ...point }) => ({ at: new Date(at).toISOString(), ...point })),
        },
  };
}

/** Groups, the largest first, and the interview to add, in names. */
function linksOf(source: SheetSource, { links }: PanelFigures): SheetFigures["links"] {
  const named = (names: readonly string[]) =>
    names
      .flatMap((name) => source.raterOf(name)?.member ?? [])
      .sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));
  const { extra } = links;
  const interviewer = isUntold(extra) ? undefined : source.raterOf(extra.rater)?.member;
  return {
    groups: links.groups.map(named),
    cut: named(links.cutRaters),
    extra:
      isUntold(extra) || !interviewer
        ? notEnough(isUntold(extra) ? extra : { undefined: "no-ratings", detail: "There are no ratings." })
        : {
            state: "known",
            candidate: source.candidateOf(extra.candidate),
            interviewer,
            gain: 1 - extra.varianceThen / extra.varianceNow,
          },
  };
}

/** Up to eight interviewers a candidate, and how many there are now on average. */
function panelSizeOf({ panelSize: { phi, for80, now } }: PanelFigures): PanelSize {
  if (isUntold(phi)) return notEnough(phi);
  return {
    state: "known",
    points: phi.map(({ interval, ...point }) => ({ ...point, interval: pairOrNull(interval) })),
    now: now ?? 0,
    for80: isUntold(for80) ? null : for80.estimate,
    for80Interval: isUntold(for80) ? null : pairOrNull(for80.interval),
  };
}

function foldOf({ fold }: AnalysisOptions): SheetFigures["fold"] {
  return [...(fold ?? [])]
    .map(([position, quality]) => ({ position, quality }))
    .sort((a, b) => a.position - b.position);
}

function orNull(figure: Told<number>): number | null {
  return isUntold(figure) ? null : figure;
}

function pairOrNull(interval: Told<readonly [number, number]>): [number, number] | null {
  return isUntold(interval) ? null : pair(interval);
}

function pair([low, high]: readonly [number, number]): [number, number] {
  return [low, high];
}
