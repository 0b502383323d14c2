import { v7 } from "uuid";
import { withOrganization } from "@/db/context";
import { findCurrentRubric } from "@/db/queries/rubrics";
import { createApplication, createCandidate, createInterview, createOpening } from "@/db/writes/interviewing";
import type { Dimension, Mark } from "@/lib/domain/scale";
import { applyOperations } from "@/lib/services/scorecards/apply-operations";
import { submitScorecard } from "@/lib/services/scorecards/submit-scorecard";
import type { RunningWorld } from "../e2e/world";
import { completeCard, tab } from "./operations";

/** An interview of a test's own, now, with these first names in its seats. */
export interface OwnInterview {
  path: string;
  debriefPath: string;
  card(firstName: string): string;
  /** Scores and submits as somebody else would: through the app's own verbs. */
  submitAs(firstName: string, marks: readonly Mark[], heard?: readonly string[]): Promise<void>;
  /** One rating by its author on another device, which has seen nothing of this one. */
  saveElsewhere(firstName: string, dimension: Dimension, mark: Mark): Promise<void>;
}

export async function layOutInterview(
  world: RunningWorld,
  candidate: string,
  firstNames: readonly string[],
  opening = `Opening for ${candidate}`,
): Promise<OwnInterview> {
  const cast = new Map(
    await Promise.all(firstNames.map(async (name) => [name, await world.castMember(name)] as const)),
  );
  const who = (firstName: string) => {
    const member = cast.get(firstName);
    if (!member) throw new Error(`${firstName} has no seat in this interview`);
    return member;
  };
  const as = <T>(firstName: string, work: Parameters<typeof withOrganization<T>>[2]) => {
    const { organization, memberId, name, roles } = who(firstName);
    const member = { id: memberId, name, roles };
    return withOrganization(world.database, { organization, member, now: new Date() }, work);
  };
  const cards = new Map(firstNames.map((name) => [name, v7()]));
  const card = (firstName: string) => cards.get(firstName) ?? "";
  const placed = await as(firstNames[0] ?? "", async (ctx) => {
    const rubric = await findCurrentRubric(ctx);
    if (!rubric) throw new Error("The demo world has no published rubric");
    const candidateId = await createCandidate(ctx, { name: candidate });
    const openingId = await createOpening(ctx, { title: opening });
    const applicationId = await createApplication(ctx, { openingId, candidateId });
    const interviewId = await createInterview(ctx, {
      applicationId,
      rubricVersionId: rubric.id,
      scheduledAt: ctx.now,
      seats: firstNames.map((name) => ({ memberId: who(name).memberId, scorecardId: card(name) })),
    });
    return { interviewId, rubricVersionId: rubric.id };
  });
  return {
    path: `/interviews/${placed.interviewId}`,
    debriefPath: `/debriefs/${placed.interviewId}`,
    card,
    saveElsewhere: async (firstName, dimension, mark) => {
      const change = { field: "rating", dimension, value: { state: "observed", mark } } as const;
      const operations = [{ ...tab(placed.rubricVersionId)(change), device: "phone" as const }];
      await as(firstName, (ctx) => applyOperations(ctx, { scorecardId: card(firstName), operations }));
    },
    submitAs: async (firstName, marks, heard) => {
      const operations = completeCard(marks, heard).map(tab(placed.rubricVersionId));
      await as(firstName, (ctx) => applyOperations(ctx, { scorecardId: card(firstName), operations }));
      await as(firstName, (ctx) => submitScorecard(ctx, { scorecardId: card(firstName) }));
    },
  };
}
