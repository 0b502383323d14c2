import type { Context } from "@/db/context";
import { listDecisions } from "@/db/queries/debriefs";
import { listFindings } from "@/db/queries/findings";
import { countBlindInterviews } from "@/db/queries/panel-ratings";
import { ALL_OPENINGS, type PanelSheet } from "@/lib/contracts/panels";
import { requirePanels } from "../shared/require-role";
import { rubricView } from "../shared/views";
import { anchorEvidence } from "./anchor-evidence";
import { debriefQueue } from "./debrief-queue";
import { asOpenTo, findingRule } from "./finding-rule";
import { sheetFor } from "./kept-sheets";
import { type PanelAsked, panelSource } from "./panel-source";
import { LIVE_RATINGS_MAX } from "./scorecard-source";

/** The hiring lead's home: how the interviewers of one opening agree, and what needs a debrief. */
export const getPanelSheet = panelSheetUpTo(LIVE_RATINGS_MAX);

/** @param most ratings that are computed while somebody waits */
export function panelSheetUpTo(most: number) {
  return async (ctx: Context, input: PanelAsked): Promise<PanelSheet> => {
    requirePanels(ctx);
    const found = await panelSource(ctx, input);
    const { sheets, rubric, filters, openings, chosen, ratings, candidates } = found;
    const { figures, computing } = await sheetFor(ctx, found.question, most);
    const rule = await findingRule(ctx);
    return {
      ...figures,
      computing,
      interviewers: asOpenTo(ctx, figures.interviewers, await listFindings(ctx), rule),
      findingRule: rule,
      filters,
      anchors: await anchorEvidence(ctx, figures, ratings, rubric.content, candidates),
      openings,
      opening: input.openingId === ALL_OPENINGS ? null : (chosen[0] ?? null),
      rubric: rubricView(rubric),
      blindInterviews: await countBlindInterviews(
        ctx,
        chosen.map(({ id }) => id),
      ),
      debriefs: debriefQueue({
        ...{ sheets, ratings, candidates },
        decisions: await listDecisions(ctx, [...new Set(sheets.map(({ interviewId }) => interviewId))]),
      }),
    };
  };
}
