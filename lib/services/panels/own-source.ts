import type { Context } from "@/db/context";
import { listMarksBesideMine, type NamelessRating } from "@/db/queries/findings";
import type { PanelRating } from "@/db/queries/panel-ratings";
import { currentRubric } from "../shared/candidate-rows";
import type { SheetQuestion } from "./kept-sheets";
import { scorecardSource } from "./scorecard-source";

/** Everybody's marks without names, for the caller's own figures. Null without a scorecard of one's own. */
export async function ownSource(ctx: Context): Promise<SheetQuestion | null> {
  const marks = await listMarksBesideMine(ctx);
  if (!marks.some(({ mine }) => mine)) return null;
  const ratings = marks.map((rating) => asPanelRating(rating, ctx.member));
  return {
    source: scorecardSource(ratings, await currentRubric(ctx), new Map()),
    memberId: ctx.member.id,
    scope: JSON.stringify({ of: "own", memberId: ctx.member.id }),
    // Nameless marks say of no interview: an older snapshot is never shown, and the key names exactly these marks.
    interviews: [],
  };
}

/** Everybody else stays a number: it reaches the figures and never the answer. */
function asPanelRating(
  { candidate, rater, mine, submittedAt, dimension, mark }: NamelessRating,
  member: Context["member"],
): PanelRating {
  const scorecardId = `${candidate} ${rater} ${submittedAt.getTime()}`;
  return {
    ...{ applicationId: candidate, interviewId: candidate, scorecardId, submittedAt, dimension, mark },
    member: mine ? { id: member.id, name: member.name } : { id: rater, name: "" },
  };
}
