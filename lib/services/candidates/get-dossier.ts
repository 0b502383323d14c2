import type { Context } from "@/db/context";
import { type ComparedSeat, listComparedOpenings } from "@/db/queries/compared";
import { listDecisions } from "@/db/queries/debriefs";
import { listSubmittedScorecards } from "@/db/queries/scorecards";
import type { getDossierContract } from "@/lib/contracts/candidates";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import { RUN_OF_INTERVIEWS } from "@/lib/domain/comparison";
import { Problem } from "@/lib/domain/errors";
import { canReadScorecard } from "@/lib/domain/visibility";
import { candidateFigures, currentRubric, withMissingOf } from "../shared/candidate-rows";
import { requireCompare } from "../shared/require-role";
import { byInterview, decisionView, revealedView, rubricView, seatView } from "../shared/views";
import { newestFirst } from "./opening-list";

/** One candidate whole: every interview, every scorecard the viewer may see. */
export async function getDossier(
  ctx: Context,
  { applicationId }: InputOf<typeof getDossierContract>,
): Promise<OutputOf<typeof getDossierContract>> {
  requireCompare(ctx);
  const [opening] = await listComparedOpenings(ctx, [applicationId], RUN_OF_INTERVIEWS);
  if (!opening) throw new Problem("NOT_FOUND", "There is no such candidate");
  const { interviews, asOf } = opening;
  const { figures, rubrics } = await candidateFigures(ctx, { applicationIds: [applicationId] });
  const [application] = withMissingOf(figures, interviews);
  if (!application) throw new Problem("NOT_FOUND", "There is no such candidate");
  const ids = interviews.map(({ interviewId }) => interviewId);
  const cards = byInterview(await listSubmittedScorecards(ctx, ids));
  const decided = byInterview(
    await listDecisions(
      ctx,
      interviews.flatMap(({ interviewId, seats }) => (seatHere(ctx, seats) === "open" ? [] : interviewId)),
    ),
  );
  const versions = newestFirst(rubrics.values());
  return {
    application,
    opening: { id: opening.id, title: opening.title },
    rubric: rubricView(versions[0] ?? (await currentRubric(ctx))),
    rubrics: versions.map(rubricView),
    asOf,
    interviews: interviews.map(({ interviewId, rubricVersionId, scheduledAt, seats }) => {
      const viewer = { memberId: ctx.member.id, roles: ctx.member.roles, seatHere: seatHere(ctx, seats) };
      return {
        interviewId,
        rubricVersionId,
        scheduledAt: scheduledAt.toISOString(),
        blind: viewer.seatHere === "open",
        decisions: (decided.get(interviewId) ?? []).map(decisionView),
        seats: seats.map((seat) => seatView(seat, ctx.member.id)),
        scorecards: (cards.get(interviewId) ?? [])
          .filter((card) =>
            canReadScorecard(viewer, { authorId: card.author.id, submittedAt: card.submittedAt }),
          )
          // One that came in meanwhile waits for the next look: its event is on its way.
          .filter(({ rubricVersionId: scoredOn }) => rubrics.has(scoredOn))
          .map((card) => revealedView(card, rubrics)),
      };
    }),
  };
}

/** Your seat among an interview's, as the blind rule sees it. */
function seatHere({ member }: Context, seats: readonly ComparedSeat[]): "none" | "open" | "submitted" {
  const own = seats.find((seat) => seat.member.id === member.id);
  if (!own) return "none";
  return own.submittedAt === null ? "open" : "submitted";
}
