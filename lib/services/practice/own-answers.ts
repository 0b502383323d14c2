import type { Context } from "@/db/context";
import {
  listOwnAnswers as listAnswers,
  listProposers,
  listReferences,
  type OwnAnswerRecord,
} from "@/db/queries/practice";
import { Problem } from "@/lib/domain/errors";
import { type Reference, referenceProblems, spokenText } from "@/lib/domain/practice-answer";
import { requirePanels } from "../shared/require-role";

/** The least that set a reference alone before it may be agreed on. */
export const PROPOSERS_NEEDED = 2;

/** One of the organisation's own answers as a lead may work on it, with who has set what. */
export async function requireOwnAnswer(ctx: Context, answerId: string) {
  requirePanels(ctx);
  const answer = (await listAnswers(ctx)).find(({ id }) => id === answerId);
  if (!answer) throw new Problem("NOT_FOUND", "There is no such practice answer");
  const proposers = (await listProposers(ctx)).flatMap((one) =>
    one.answerId === answerId ? [one.member] : [],
  );
  const newest = (await listReferences(ctx)).find((one) => one.answerId === answerId) ?? null;
  return { answer, proposers, newest, mine: proposers.some(({ id }) => id === ctx.member.id) };
}

/** Refuses a reference that quotes what was not said, leaves a scale or speaks against its own trap. */
export function requireSound({ spoken }: OwnAnswerRecord, reference: Reference): void {
  const problems = referenceProblems(spokenText(spoken), reference);
  if (problems.length > 0) throw new Problem("INVALID", problems[0] ?? "", { problems });
}

/** Only who set a reference alone takes part in agreeing on one, and not before two have. */
export function requireProposer({ proposers, mine }: Awaited<ReturnType<typeof requireOwnAnswer>>): void {
  if (!mine) throw new Problem("FORBIDDEN", "Set your own reference first, alone; then you agree on one");
  if (proposers.length < PROPOSERS_NEEDED)
    throw new Problem("CONFLICT", "A second lead sets a reference alone first; then you agree on one");
}
