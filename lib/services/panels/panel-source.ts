import type { Context } from "@/db/context";
import { listApplicationsOf, listOpenings, type OpeningRecord } from "@/db/queries/candidates";
import { listPanelRatings, type PanelRating } from "@/db/queries/panel-ratings";
import { listSheets } from "@/db/queries/submitted-marks";
import type { InputOf } from "@/lib/contracts/contract";
import { ALL_OPENINGS, type getPanelSheetContract } from "@/lib/contracts/panels";
import { Problem } from "@/lib/domain/errors";
import { currentRubric } from "../shared/candidate-rows";
import type { SheetQuestion } from "./kept-sheets";
import { scorecardSource } from "./scorecard-source";
import { type Filtered, filteredSheets } from "./sheet-filters";

export type PanelAsked = InputOf<typeof getPanelSheetContract>;

export interface PanelSource extends Filtered {
  openings: OpeningRecord[];
  /** The one or all that the sheet is of. */
  chosen: OpeningRecord[];
  ratings: PanelRating[];
  candidates: ReadonlyMap<string, { id: string; name: string }>;
  question: SheetQuestion;
}

/** The scorecards that a lead asks a sheet of, as far as they may read them, and the question they make. */
export async function panelSource(ctx: Context, input: PanelAsked): Promise<PanelSource> {
  const { openingId } = input;
  const openings = await listOpenings(ctx);
  const opening = openings.find(({ id }) => id === openingId);
  if (openingId && openingId !== ALL_OPENINGS && !opening) {
    throw new Problem("NOT_FOUND", "There is no such opening");
  }
  const chosen = opening ? [opening] : openingId === ALL_OPENINGS ? openings : openings.slice(0, 1);
  const ids = chosen.map(({ id }) => id);
  const current = await currentRubric(ctx);
  const filtered = await filteredSheets(ctx, await listSheets(ctx, ids), ids, current, input);
  const { sheets, rubric } = filtered;
  const ratings = await listPanelRatings(ctx, sheets);
  const applications = await listApplicationsOf(ctx, ids);
  const candidates = new Map(applications.map(({ applicationId, candidate }) => [applicationId, candidate]));
  const { panel, from, to, rubric: version } = input;
  return {
    ...filtered,
    ...{ openings, chosen, ratings, candidates },
    question: {
      source: scorecardSource(ratings, rubric, candidates),
      memberId: null,
      scope: JSON.stringify({
        of: "panel",
        asked: { openingId: openingId ?? chosen[0]?.id, panel, from, to, rubric: version },
      }),
      interviews: [...new Set(sheets.map(({ interviewId }) => interviewId))],
    },
  };
}
