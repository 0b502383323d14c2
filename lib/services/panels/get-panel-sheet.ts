import type { Context } from "@/db/context";
import { listApplicationsOf, listOpenings } from "@/db/queries/candidates";
import { listDecisions } from "@/db/queries/debriefs";
import { listFindings } from "@/db/queries/findings";
import { countBlindInterviews, listPanelRatings } from "@/db/queries/panel-ratings";
import { listSheets } from "@/db/queries/submitted-marks";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import { ALL_OPENINGS, type getPanelSheetContract } from "@/lib/contracts/panels";
import { Problem } from "@/lib/domain/errors";
import { currentRubric } from "../shared/candidate-rows";
import { requirePanels } from "../shared/require-role";
import { rubricView } from "../shared/views";
import { anchorEvidence } from "./anchor-evidence";
import { debriefQueue } from "./debrief-queue";
import { asOpenTo, findingRule } from "./finding-rule";
import { keptSheetOf } from "./kept-sheets";
import { scorecardSource } from "./scorecard-source";
import { filteredSheets } from "./sheet-filters";

/** The hiring lead's home: how the interviewers of one opening agree, and what needs a debrief. */
export async function getPanelSheet(
  ctx: Context,
  input: InputOf<typeof getPanelSheetContract>,
): Promise<OutputOf<typeof getPanelSheetContract>> {
  requirePanels(ctx);
  const { openingId } = input;
  const openings = await listOpenings(ctx);
  const opening = openings.find(({ id }) => id === openingId);
  if (openingId && openingId !== ALL_OPENINGS && !opening) {
    throw new Problem("NOT_FOUND", "There is no such opening");
  }
  const chosen = opening ? [opening] : openingId === ALL_OPENINGS ? openings : openings.slice(0, 1);
  const ids = chosen.map(({ id }) => id);
  const current = await currentRubric(ctx);
  const { sheets, rubric, filters } = await filteredSheets(
    ctx,
    await listSheets(ctx, ids),
    ids,
    current,
    input,
  );
  const ratings = await listPanelRatings(ctx, sheets);
  const applications = await listApplicationsOf(ctx, ids);
  const candidates = new Map(applications.map(({ applicationId, candidate }) => [applicationId, candidate]));
  const figures = keptSheetOf(ctx, scorecardSource(ratings, rubric, candidates));
  const rule = await findingRule(ctx);
  return {
    ...figures,
    interviewers: asOpenTo(ctx, figures.interviewers, await listFindings(ctx), rule),
    findingRule: rule,
    filters,
    anchors: await anchorEvidence(ctx, figures, ratings, rubric.content, candidates),
    openings,
    opening: openingId === ALL_OPENINGS ? null : (chosen[0] ?? null),
    rubric: rubricView(rubric),
    blindInterviews: await countBlindInterviews(ctx, ids),
    debriefs: debriefQueue({
      sheets,
      ratings,
      candidates,
      decisions: await listDecisions(ctx, [...new Set(sheets.map(({ interviewId }) => interviewId))]),
    }),
  };
}
