import type { Context } from "@/db/context";
import { type ComparedInterview, type ComparedOpening, listComparedOpenings } from "@/db/queries/compared";
import { listSubmittedScorecards } from "@/db/queries/scorecards";
import type { ComparedCandidate, compareCandidatesContract } from "@/lib/contracts/candidates";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import { sortedRows } from "@/lib/domain/candidate-list";
import { comparisonWarnings, RUN_OF_INTERVIEWS } from "@/lib/domain/comparison";
import { Problem } from "@/lib/domain/errors";
import { candidateFigures, currentRubric, withMissingOf } from "../shared/candidate-rows";
import { requireCompare } from "../shared/require-role";
import { rubricView } from "../shared/views";
import { comparedCandidate, type HeldCard } from "./compared-candidate";
import { fairFiguresOf } from "./fair-cache";
import type { FairFigures } from "./fair-figures";
import { pairsAndTies } from "./fair-pairs";
import { newestFirst } from "./opening-list";

/** Two to six candidates of one opening side by side, in the order of their raw composites. */
export async function compareCandidates(
  ctx: Context,
  input: InputOf<typeof compareCandidatesContract>,
): Promise<OutputOf<typeof compareCandidatesContract>> {
  requireCompare(ctx);
  const wanted = [...new Set(input.applications)];
  const opening = onlyOne(await listComparedOpenings(ctx, wanted, RUN_OF_INTERVIEWS));
  const set = await candidateFigures(ctx, { applicationIds: wanted });
  if (set.figures.length !== wanted.length)
    throw new Problem("NOT_FOUND", "One of these candidates does not exist");
  const rows = sortedRows(withMissingOf(set.figures, opening.interviews), "composite", "first");
  const cards = await listSubmittedScorecards(
    ctx,
    opening.interviews.map(({ interviewId }) => interviewId),
  );
  const fair = await fairFiguresOf(ctx, opening);
  const interviewsOf = (applicationId: string) =>
    opening.interviews.filter((interview) => interview.applicationId === applicationId);
  const candidates = rows.map((row) => {
    // A scorecard that came in meanwhile waits for the next look: its event is on its way.
    const held = heldIn(interviewsOf(row.applicationId), cards).filter(({ card }) =>
      set.rubrics.has(card.rubricVersionId),
    );
    return comparedCandidate(row, held, set.rubrics, fair.scoreOf(row.applicationId));
  });
  const rubrics = newestFirst(set.rubrics.values());
  return {
    opening: { id: opening.id, title: opening.title },
    rubric: rubricView(rubrics[0] ?? (await currentRubric(ctx))),
    rubrics: rubrics.map(rubricView),
    candidates,
    model: fair.model,
    ...pairsAndTies(
      fair,
      rows.map(({ applicationId }) => applicationId),
    ),
    asOf: opening.asOf,
    warnings: comparisonWarnings(
      candidates.map((each) => ({
        ...each,
        panel: each.cards.map(({ member }) => member.id),
        rubricVersionIds: each.cards.map(({ rubricVersionId }) => rubricVersionId),
        linkedGroup: linkedGroup(fair, each),
        sameDayRun: interviewsOf(each.applicationId).some(({ inRun }) => inRun),
      })),
    ),
  };
}

function onlyOne([opening, ...others]: readonly ComparedOpening[]): ComparedOpening {
  if (!opening) throw new Problem("NOT_FOUND", "These candidates do not exist");
  if (others.length > 0) {
    throw new Problem("INVALID", "Compare candidates of one opening: these belong to different ones");
  }
  return opening;
}

function heldIn(interviews: readonly ComparedInterview[], cards: readonly HeldCard["card"][]): HeldCard[] {
  return cards.flatMap((card) => {
    const interview = interviews.find(({ interviewId }) => interviewId === card.interviewId);
    return interview ? [{ card, interview }] : [];
  });
}

/** Linked through candidates that both sides scored; a candidate without a composite belongs to no group. */
function linkedGroup({ table }: FairFigures, { applicationId }: ComparedCandidate): number | null {
  const unit = table.unitOf.get(applicationId);
  return unit === undefined ? null : (table.groupOf[unit] ?? null);
}
