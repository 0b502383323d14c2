import type { Context } from "@/db/context";
import { listOpenings } from "@/db/queries/candidates";
import { listFindings, listMarksBesideMine, type NamelessRating } from "@/db/queries/findings";
import { countBlindInterviews, type PanelRating } from "@/db/queries/panel-ratings";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { getOwnFiguresContract, PeopleFigures } from "@/lib/contracts/panels";
import { isOpen, opensAt } from "@/lib/domain/findings";
import { currentRubric } from "../shared/candidate-rows";
import { findingRule } from "./finding-rule";
import { keptSheetOf } from "./kept-sheets";
import { scorecardSource } from "./scorecard-source";

/**
 * What the panel's figures say of the caller, from everybody's first scores in every opening. Made of marks without
 * names; interviews that the caller is still to score are left out before anything is computed.
 */
export async function getOwnFigures(
  ctx: Context,
  _: InputOf<typeof getOwnFiguresContract>,
): Promise<OutputOf<typeof getOwnFiguresContract>> {
  const rule = await findingRule(ctx);
  const finding = (await listFindings(ctx)).get(ctx.member.id);
  const openings = await listOpenings(ctx);
  return {
    ...(await peopleFigures(ctx)),
    blindInterviews: await countBlindInterviews(
      ctx,
      openings.map(({ id }) => id),
    ),
    findingRule: rule,
    toldAt: finding?.toldAt.toISOString() ?? null,
    sharedAt: finding?.sharedAt?.toISOString() ?? null,
    opensAt: (finding && opensAt(finding, rule)?.toISOString()) ?? null,
    open: isOpen(finding, rule, ctx.now),
  };
}

/** Without a scorecard of one's own there is nothing to say, and no figure of others is computed for it. */
async function peopleFigures(ctx: Context): Promise<PeopleFigures> {
  const marks = await listMarksBesideMine(ctx);
  if (!marks.some(({ mine }) => mine)) {
    return {
      ...{ interviewers: [], dimensions: [], poolSlope: null, fold: [], modelNotes: [] },
      computedAt: ctx.now.toISOString(),
    };
  }
  const ratings = marks.map((rating) => asPanelRating(rating, ctx.member));
  const sheet = keptSheetOf(ctx, scorecardSource(ratings, await currentRubric(ctx), new Map()));
  return {
    interviewers: sheet.interviewers.filter(({ member }) => member.id === ctx.member.id),
    dimensions: sheet.dimensions.map(({ key, name, levels, bipolar }) => ({ key, name, levels, bipolar })),
    poolSlope: sheet.poolSlope,
    fold: sheet.fold,
    modelNotes: sheet.modelNotes,
    computedAt: sheet.computedAt,
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
