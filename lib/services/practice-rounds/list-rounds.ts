import type { Context } from "@/db/context";
import { listAttempts } from "@/db/queries/practice";
import { listRounds as records } from "@/db/queries/practice-rounds";
import type { RoundList } from "@/lib/contracts/practice-rounds";
import { maySeePanels } from "@/lib/domain/roles";
import { libraryOf } from "../practice/library";
import { stateOf } from "./rounds";

/** Rounds of this organisation, and for leads what one can begin with. */
export async function listRounds(ctx: Context): Promise<RoundList> {
  const answers = await libraryOf(ctx);
  const mayStart = maySeePanels(ctx.member.roles);
  const attempts = mayStart ? await listAttempts(ctx, null) : [];
  const known = (key: string) =>
    new Set(attempts.flatMap(({ answerKey, memberId }) => (answerKey === key ? [memberId] : []))).size;
  return {
    rounds: (await records(ctx)).map((round) => ({
      roundId: round.roundId,
      lead: round.lead,
      title: answers.find(({ key }) => key === round.answerKey)?.title ?? "An answer no longer here",
      state: stateOf(round),
      startedAt: round.startedAt.toISOString(),
      joined: round.joined,
      scored: round.scored,
    })),
    mayStart,
    answers: mayStart ? answers.map(({ key, title }) => ({ key, title, known: known(key) })) : [],
  };
}
