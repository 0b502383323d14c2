import type { PanelRating } from "@/db/queries/panel-ratings";
import { SkippedLines } from "@/lib/analysis/skipped";
import type { Table } from "@/lib/analysis/table";
import type { Fold, RubricContent } from "@/lib/domain/rubric";
import { DIMENSIONS, HIGHEST_LEVEL, isBipolar, LOWEST_LEVEL, marksOf, POSITIONS } from "@/lib/domain/scale";
import { groupBy } from "../shared/group-by";
import type { SheetSource } from "./sheet-of";

const LEVELS_SCALE = { lowest: LOWEST_LEVEL, highest: HIGHEST_LEVEL };
/** The same probes at every computing, so that nothing flickers. */
const SEED = 1;

/** Above this the models take seconds: a job computes the sheet, and nobody is kept waiting. */
export const LIVE_RATINGS_MAX = 20_000;

/** Submitted scorecards as a sheet's source, worded and folded by one rubric version. */
export function scorecardSource(
  ratings: readonly PanelRating[],
  rubric: { content: RubricContent; fold: Fold },
  candidates: ReadonlyMap<string, { name: string }>,
): SheetSource {
  const byMember = groupBy(ratings, ({ member }) => member.id);
  return {
    table: tableOf(ratings),
    options: {
      scale: LEVELS_SCALE,
      bipolar: DIMENSIONS.find(isBipolar) ?? null,
      fold: new Map(POSITIONS.map((position) => [position, rubric.fold[`${position}`]])),
      seed: SEED,
    },
    dimensions: DIMENSIONS.map((key) => ({
      key,
      name: rubric.content.dimensions[key].name,
      levels: marksOf(key),
    })),
    raterOf(memberId) {
      const own = byMember.get(memberId) ?? [];
      const member = own[0]?.member;
      return member ? { member, scorecards: cardsIn(own), notObserved: notObservedIn(own) } : null;
    },
    candidateOf: (applicationId) => candidates.get(applicationId)?.name ?? "",
    scorecards: cardsIn(ratings),
  };
}

const cardsIn = (ratings: readonly PanelRating[]) =>
  new Set(ratings.map(({ scorecardId }) => scorecardId)).size;

function notObservedIn(ratings: readonly PanelRating[]): Record<string, number> {
  return Object.fromEntries(
    DIMENSIONS.map((key) => [
      key,
      ratings.filter(({ dimension, mark }) => dimension === key && mark === null).length,
    ]),
  );
}

/** Observed ratings as numbered columns; what was not observed leaves no trace, as a line left out of a file. */
function tableOf(ratings: readonly PanelRating[]): Table {
  const observed = ratings.flatMap(({ mark, ...rest }) => (mark === null ? [] : [{ ...rest, mark }]));
  const [candidates, raters, times] = [new Map(), new Map(), new Map()] as [Numbers, Numbers, Numbers];
  const dimensions = DIMENSIONS.filter((each) => observed.some(({ dimension }) => dimension === each));
  return {
    candidate: Int32Array.from(observed, ({ applicationId }) => numberIn(candidates, applicationId)),
    rater: Int32Array.from(observed, ({ member }) => numberIn(raters, member.id)),
    dimension: Int32Array.from(observed, ({ dimension }) => dimensions.indexOf(dimension)),
    occasion: Int32Array.from(observed, ({ submittedAt }) => numberIn(times, submittedAt.toISOString())),
    times: [...times.keys()],
    score: Float64Array.from(observed, ({ mark }) => mark),
    line: Int32Array.from(observed.keys()),
    candidates: [...candidates.keys()],
    raters: [...raters.keys()],
    dimensions,
    skipped: new SkippedLines(),
    ignoredColumns: [],
    unreadTimes: new SkippedLines(),
    western: { lines: 0, firstLine: 0 },
  };
}

type Numbers = Map<string, number>;

function numberIn(numbers: Numbers, name: string): number {
  const known = numbers.get(name) ?? numbers.size;
  numbers.set(name, known);
  return known;
}
