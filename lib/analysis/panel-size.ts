import { dStudy, ratersNeeded } from "../stats/generalizability/d-study";
import { MINIMUMS } from "../stats/minimums";
import { type Outcome, undefinedFor } from "../stats/outcome";
import type { ModelFigures } from "./model-figures";
import { type PanelSizeReport, shown } from "./report-shape";

const LARGEST_PANEL_SHOWN = 8;
const WANTED = 0.8;

/** How reliable scores would be with so many interviewers a candidate, and how many .80 takes. */
export function reportPanelSize(
  fit: Outcome<ModelFigures>,
  candidates: number,
  raters: number,
): PanelSizeReport {
  const figures = fit.ok ? (enough(candidates, raters) ?? fit) : fit;
  if (!figures.ok) return { phi: shown(figures, never), for80: shown(figures, never) };
  const { components, dimensions } = figures.value;
  if (!(components.unit + components.unitDimension / dimensions > 0)) {
    return { phi: shown(NO_DIFFERENCES, never), for80: shown(NO_DIFFERENCES, never) };
  }
  const points = Array.from({ length: LARGEST_PANEL_SHOWN }, (_, k) =>
    dStudy(components, dimensions, k + 1, "fixed"),
  );
  const missing = points.find((point) => !point.ok);
  return {
    phi:
      missing && !missing.ok
        ? shown(missing, never)
        : points.flatMap((point) =>
            point.ok ? [{ interviewers: point.value.raters, phi: point.value.absolute }] : [],
          ),
    for80: shown(ratersNeeded(components, dimensions, WANTED, "fixed"), (n) => n),
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

function never(value: never): never {
  return value;
}
