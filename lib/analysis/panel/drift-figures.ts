import { leaveOneOutConsensus } from "../../stats/rater-effects/consensus";
import { driftReach } from "../../stats/rater-effects/drift-reach";
import { ewmaSeries } from "../../stats/rater-effects/ewma";
import { mean } from "../../stats/rater-effects/moments";
import type { Prepared } from "../prepare";
import { timesOf } from "./first-sheets";
import type { MetPairs } from "./met-pairs";
import { type DriftPoint, type PanelMissing, type Told, told } from "./panel-shape";
import { dimensionRatings } from "./person-figures";
import type { RaterSeverity } from "./severity-figures";

const DAY_MS = 86_400_000;
const NO_TIMES: PanelMissing = {
  undefined: "too-few-times",
  detail: "The ratings carry no times that can be put in order.",
};

/** One sheet's departure from what colleagues gave the same candidate; above 0 is harsher than that rater's usual. */
interface Departure {
  at: number;
  harsher: number;
}

/**
 * Each rater's control chart: sheets in order of time, as the fading mean of their departures from colleagues. Both
 * sides are corrected for usual severity first, so that sitting with a harsh colleague is no drift.
 */
export function driftFigures(
  prepared: Prepared,
  pairs: MetPairs,
  severities: readonly RaterSeverity[],
): Told<readonly DriftPoint[]>[] {
  const { table } = prepared;
  const times = timesOf(table);
  if (times.length === 0 || times.some((at) => at === null)) return table.raters.map(() => NO_TIMES);
  const day = Array.from(pairs.occasion, (occasion) => Math.floor((times[occasion] ?? 0) / DAY_MS));
  const reach = driftReach(pairs, day);
  const own = centred(departuresOf(prepared, times as number[], severities));
  const spread = pooledSpread(own);
  return own.map((sheets, j) => {
    const reached = reach[j];
    if (!reached?.ok) return reached ? told(reached, (): readonly DriftPoint[] => []) : NO_TIMES;
    const series = ewmaSeries(
      sheets.map(({ harsher }) => harsher),
      spread,
    );
    return told(series, (points) => points.map((point, k) => ({ at: sheets[k]?.at ?? 0, ...point })));
  });
}

function departuresOf(
  prepared: Prepared,
  times: readonly number[],
  severities: readonly RaterSeverity[],
): Departure[][] {
  const { table } = prepared;
  const whole = dimensionRatings(prepared);
  const usual = severities.map(({ severity }) => ("estimate" in severity ? severity.estimate : 0));
  const score = whole.score.map((value, at) => value + (usual[whole.rater[at] ?? 0] ?? 0));
  const { value, others } = leaveOneOutConsensus({ ...whole, score });
  const bySheet = table.raters.map(() => new Map<number, { at: number; gaps: number[] }>());
  for (let at = 0; at < score.length; at++) {
    if ((others[at] ?? 0) === 0) continue;
    const sheets = bySheet[table.rater[at] ?? 0];
    const unit = table.candidate[at] ?? 0;
    const sheet = sheets?.get(unit) ?? { at: times[table.occasion[at] ?? 0] ?? 0, gaps: [] };
    sheet.gaps.push((value[at] ?? 0) - (score[at] ?? 0));
    sheets?.set(unit, sheet);
  }
  return bySheet.map((sheets) =>
    [...sheets.values()].map(({ at, gaps }) => ({ at, harsher: mean(gaps) })).sort((a, b) => a.at - b.at),
  );
}

/** About each rater's own usual: a steady difference is severity, not drift. */
function centred(departures: readonly Departure[][]): Departure[][] {
  return departures.map((sheets) => {
    const usual = sheets.length === 0 ? 0 : mean(sheets.map(({ harsher }) => harsher));
    return sheets.map(({ at, harsher }) => ({ at, harsher: harsher - usual }));
  });
}

/** One spread for all: a person's own, of ten sheets, would draw limits that wander. */
function pooledSpread(departures: readonly Departure[][]): number {
  const several = departures.filter((sheets) => sheets.length > 1);
  const squares = several.flat().reduce((sum, { harsher }) => sum + harsher * harsher, 0);
  const freedom = several.reduce((sum, sheets) => sum + sheets.length - 1, 0);
  return freedom === 0 ? 0 : Math.sqrt(squares / freedom);
}
