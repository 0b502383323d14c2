import type { Context } from "@/db/context";
import { listOpenings } from "@/db/queries/candidates";
import { listFindings } from "@/db/queries/findings";
import { countBlindInterviews } from "@/db/queries/panel-ratings";
import type { InputOf } from "@/lib/contracts/contract";
import type { PeopleFigures } from "@/lib/contracts/panel-figures";
import type { getOwnFiguresContract, OwnFigures } from "@/lib/contracts/panels";
import { isOpen, opensAt } from "@/lib/domain/findings";
import { findingRule } from "./finding-rule";
import { sheetFor } from "./kept-sheets";
import { ownSource } from "./own-source";
import { LIVE_RATINGS_MAX } from "./scorecard-source";

/**
 * What the panel's figures say of the caller, from everybody's first scores in every opening. Made of marks without
 * names; interviews that the caller is still to score are left out before anything is computed.
 */
export const getOwnFigures = ownFiguresUpTo(LIVE_RATINGS_MAX);

/** @param most ratings that are computed while somebody waits */
export function ownFiguresUpTo(most: number) {
  return async (ctx: Context, _: InputOf<typeof getOwnFiguresContract>): Promise<OwnFigures> => {
    const rule = await findingRule(ctx);
    const finding = (await listFindings(ctx)).get(ctx.member.id);
    const openings = await listOpenings(ctx);
    return {
      ...(await peopleFigures(ctx, most)),
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
  };
}

/** Without a scorecard of one's own there is nothing to say, and no figure of others is computed for it. */
async function peopleFigures(
  ctx: Context,
  most: number,
): Promise<PeopleFigures & Pick<OwnFigures, "computing">> {
  const question = await ownSource(ctx);
  if (!question) {
    return {
      ...{ interviewers: [], dimensions: [], poolSlope: null, fold: [], modelNotes: [] },
      ...{ computedAt: ctx.now.toISOString(), computing: null },
    };
  }
  const { figures, computing } = await sheetFor(ctx, question, most);
  return {
    interviewers: figures.interviewers.filter(({ member }) => member.id === ctx.member.id),
    dimensions: figures.dimensions.map(({ key, name, levels, bipolar }) => ({ key, name, levels, bipolar })),
    poolSlope: figures.poolSlope,
    fold: figures.fold,
    modelNotes: figures.modelNotes,
    computedAt: figures.computedAt,
    computing,
  };
}
