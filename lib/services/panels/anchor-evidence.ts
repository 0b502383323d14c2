import type { Context } from "@/db/context";
import { listNotesOf } from "@/db/queries/evidence";
import type { PanelRating } from "@/db/queries/panel-ratings";
import type { SheetFigures } from "@/lib/contracts/panel-figures";
import type { AnchorLine } from "@/lib/contracts/panels";
import { anchorOf, type RubricContent } from "@/lib/domain/rubric";
import { DIMENSIONS, type Dimension, type Mark } from "@/lib/domain/scale";
import { groupBy } from "../shared/group-by";
import { firstOfEach } from "./counts-of";

/** The lines worth rewording first; a report of twenty is read by nobody. */
const LINES_SHOWN = 3;
/** Candidates quoted for each. */
const QUOTED = 2;

interface Pair {
  applicationId: string;
  low: string;
  high: string;
}

/**
 * The lines that split interviewers most, with both anchors and what was written for the same candidate on both sides.
 * Without the writers' names: this is about the words of the rubric.
 */
export async function anchorEvidence(
  ctx: Context,
  { dimensions }: SheetFigures,
  ratings: readonly PanelRating[],
  content: RubricContent,
  candidates: ReadonlyMap<string, { id: string; name: string }>,
): Promise<AnchorLine[]> {
  const worst = dimensions
    .flatMap(({ key, boundaries }) => {
      const dimension = DIMENSIONS.find((each) => each === key);
      if (!dimension || boundaries.state === "not-enough") return [];
      const [line] = boundaries.lines.toSorted((a, b) => b.parted - a.parted);
      return line && line.parted > 0 ? [{ dimension, ...line }] : [];
    })
    .sort((a, b) => b.parted - a.parted)
    .slice(0, LINES_SHOWN);
  const first = firstOfEach(ratings);
  const lines = worst.map((line) => ({
    ...line,
    pairs: neighbours(first, line.dimension, line.below, line.above),
  }));
  const cards = lines.flatMap(({ pairs }) => pairs.flatMap(({ low, high }) => [low, high]));
  const notes = groupBy(
    await listNotesOf(ctx, [...new Set(cards)]),
    (note) => `${note.scorecardId} ${note.dimension}`,
  );
  const written = (card: string, dimension: Dimension) =>
    (notes.get(`${card} ${dimension}`) ?? []).map(({ text }) => text).join(" · ");
  return lines.map(({ dimension, below, above, pairs }) => ({
    ...{ key: dimension, below, above },
    belowAnchor: anchorOf(content, dimension, below as Mark),
    aboveAnchor: anchorOf(content, dimension, above as Mark),
    evidence: pairs
      .map(({ applicationId, low, high }) => ({
        applicationId,
        candidate: candidates.get(applicationId)?.name ?? "",
        low: written(low, dimension),
        high: written(high, dimension),
      }))
      .filter((quote) => quote.low !== "" && quote.high !== "")
      .slice(0, QUOTED),
  }));
}

/** Candidates to look for a quote in: more than are shown, because not everybody wrote something. */
const LOOKED_AT = 8;

/** One pair a candidate: a scorecard just below the line beside one just above it, the latest candidates first. */
function neighbours(
  ratings: readonly PanelRating[],
  dimension: Dimension,
  below: number,
  above: number,
): Pair[] {
  const own = ratings.filter((rating) => rating.dimension === dimension);
  return [...groupBy(own, ({ applicationId }) => applicationId)]
    .reverse()
    .flatMap(([applicationId, marks]) => {
      const low = marks.find(({ mark }) => mark === below)?.scorecardId;
      const high = marks.find(({ mark }) => mark === above)?.scorecardId;
      return low && high ? [{ applicationId, low, high }] : [];
    })
    .slice(0, LOOKED_AT);
}
