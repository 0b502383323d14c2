import { type DStudyPoint, dStudy } from "../stats/generalizability/d-study";
import { type RatersNeeded, ratersNeeded } from "../stats/generalizability/raters-needed";
import { MINIMUMS } from "../stats/minimums";
import { defined, mapOutcome, type Outcome, undefinedFor } from "../stats/outcome";
import type { ModelFigures } from "./model-figures";
import { type PanelSizeReport, shown } from "./report-shape";

const LARGEST_PANEL_SHOWN = 8;
const WANTED = 0.8;

/** How reliable scores would be with so many interviewers a candidate, and how many .80 takes; with intervals. */
export interface PlannedPanels {
  readonly points: Outcome<readonly DStudyPoint[]>;
  readonly for80: Outcome<RatersNeeded>;
}

export function planPanels(fit: Outcome<ModelFigures>, candidates: number, raters: number): PlannedPanels {
  const figures = fit.ok ? (enough(candidates, raters) ?? fit) : fit;
  if (!figures.ok) return { points: figures, for80: figures };
  const { study, dimensions } = figures.value;
  if (!(study.variance.unit + study.variance.unitDimension / dimensions > 0)) {
    return { points: NO_DIFFERENCES, for80: NO_DIFFERENCES };
  }
  const points: DStudyPoint[] = [];
  for (let interviewers = 1; interviewers <= LARGEST_PANEL_SHOWN; interviewers++) {
    const point = dStudy(study, dimensions, interviewers, "fixed");
    if (!point.ok) return { points: point, for80: point };
    points.push(point.value);
  }
  return { points: defined(points), for80: ratersNeeded(study, dimensions, WANTED, "fixed") };
}

/** The report's own shape has no place for intervals. */
export function reportPanelSize({ points, for80 }: PlannedPanels): PanelSizeReport {
  return {
    phi: shown(points, (all) =>
      all.map(({ raters, absolute }) => ({ interviewers: raters, phi: absolute.estimate })),
    ),
    for80: shown(
      mapOutcome(for80, ({ estimate }) => estimate),
      (n) => n,
    ),
  };
}

/** A reliability of 0 at any size is not a finding about panels: nothing is there to be reliable about. */
const NO_DIFFERENCES: Outcome<never> = undefinedFor(
  "no-variation",
  "The variance of candidates is estimated as 0, so no panel's reliability can be said.",
);

function enough(candidates: number, raters: number): Outcome<never> | null {
  const { generalizabilityUnits: units, generalizabilityRaters: judges } = MINIMUMS;
  if (candidates < units) {
    return undefinedFor("too-few-units", `Panel planning needs ${units} candidates.`, units - candidates);
  }
  if (raters < judges) {
    return undefinedFor("too-few-raters", `Panel planning needs ${judges} interviewers.`, judges - raters);
  }
  return null;
}
