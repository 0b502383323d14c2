import type { Context } from "@/db/context";
import { type AttemptRecord, listAnswerAttempts, listProposers } from "@/db/queries/practice";
import { listShown } from "@/db/queries/practice-rounds";
import type { RubricRecord } from "@/db/queries/rubrics";
import { sameWording } from "./standing";

export interface Knowers {
  /** Everybody's attempts on this wording: nobody scores the same answer twice. */
  attempts: AttemptRecord[];
  /** Who was shown the reference in a revealed round on this wording, or set it: what they score is not blind. */
  shown: Set<string>;
}

/** Who comes to an answer with knowledge of it. */
export async function knowersOf(ctx: Context, answerKey: string, rubric: RubricRecord): Promise<Knowers> {
  const attempts = await listAnswerAttempts(ctx, answerKey);
  const places = await listShown(ctx, answerKey);
  const wording = await sameWording(ctx, [...attempts, ...places], rubric);
  const proposers = (await listProposers(ctx)).filter(({ answerId }) => answerId === answerKey);
  return {
    attempts: attempts.filter(({ rubricVersionId }) => wording.has(rubricVersionId)),
    shown: new Set([
      ...places.filter(({ rubricVersionId }) => wording.has(rubricVersionId)).map(({ memberId }) => memberId),
      ...proposers.map(({ member }) => member.id),
    ]),
  };
}

/** True when this member may read the reference: it was shown to them, or they have scored the answer. */
export function mayReadReference({ attempts, shown }: Knowers, memberId: string): boolean {
  return shown.has(memberId) || attempts.some((one) => one.memberId === memberId && one.revealed);
}
