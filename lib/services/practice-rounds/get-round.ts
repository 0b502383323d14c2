import type { Context } from "@/db/context";
import { lastEventSeq } from "@/db/queries/live-events";
import { type AttemptRecord, findAttemptCard, listRoundAttempts } from "@/db/queries/practice";
import { listRoundMembers, listRoundNotes } from "@/db/queries/practice-rounds";
import { rubricsById } from "@/db/queries/rubrics";
import type { InputOf } from "@/lib/contracts/contract";
import type { getRoundContract, PracticeRound } from "@/lib/contracts/practice-rounds";
import { type Reference, spokenSeconds } from "@/lib/domain/practice-answer";
import { talkOrder } from "@/lib/domain/practice-round";
import { maySeePanels } from "@/lib/domain/roles";
import { DIMENSIONS } from "@/lib/domain/scale";
import { type Knowers, knowersOf, mayReadReference } from "../practice/knowers";
import { requireAnswer } from "../practice/library";
import { currentRubric } from "../shared/candidate-rows";
import { rubricView } from "../shared/views";
import { isOver, requireRound, stateOf } from "./rounds";

/** A round as this member may see it. Where live events go on is read first: nothing in between is missed. */
export async function getRound(
  ctx: Context,
  { roundId }: InputOf<typeof getRoundContract>,
): Promise<PracticeRound> {
  const asOf = await lastEventSeq(ctx);
  const round = await requireRound(ctx, roundId);
  const answer = await requireAnswer(ctx, round.answerKey);
  const rubric =
    (await rubricsById(ctx, [round.rubricVersionId])).get(round.rubricVersionId) ??
    (await currentRubric(ctx));
  const knowers = await knowersOf(ctx, round.answerKey, rubric);
  const attempts = await listRoundAttempts(ctx, roundId);
  const scored = new Set(attempts.map(({ memberId }) => memberId));
  const members = await listRoundMembers(ctx, roundId);
  const { key, title, role, field, spoken } = answer;
  const leading = round.lead.id === ctx.member.id;
  return {
    roundId,
    state: stateOf(round),
    lead: round.lead,
    startedAt: round.startedAt.toISOString(),
    answer: { key, title, role, field, seconds: spokenSeconds(spoken), spoken: [...spoken] },
    rubric: rubricView(rubric),
    members: members.map((member) => ({
      member,
      scored: scored.has(member.id),
      listening: !scored.has(member.id) && knows(knowers, member.id),
      mine: member.id === ctx.member.id,
    })),
    mine: ownState(ctx.member.id, knowers, members, scored),
    leading,
    mayTakeOver: !leading && !isOver(round) && maySeePanels(ctx.member.roles),
    dimension: round.dimension,
    revealed:
      round.revealedAt && mayReadReference(knowers, ctx.member.id)
        ? await revealedOf(ctx, roundId, attempts, members, answer)
        : null,
    asOf,
  };
}

/** Nobody can score it blind a second time, nor after its reference was shown to them. */
const knows = ({ attempts, shown }: Knowers, memberId: string) =>
  shown.has(memberId) || attempts.some((one) => one.memberId === memberId);

function ownState(
  memberId: string,
  knowers: Knowers,
  members: readonly { id: string }[],
  scored: ReadonlySet<string>,
): PracticeRound["mine"] {
  if (scored.has(memberId)) return "scored";
  if (knows(knowers, memberId)) return "knows";
  return members.some(({ id }) => id === memberId) ? "scoring" : "not-joined";
}

/** What everybody gave, beside the reference: the row policy lets only the round read it, and only now. */
async function revealedOf(
  ctx: Context,
  roundId: string,
  attempts: readonly AttemptRecord[],
  members: readonly { id: string; name: string }[],
  answer: Reference,
): Promise<NonNullable<PracticeRound["revealed"]>> {
  const cards: NonNullable<PracticeRound["revealed"]>["cards"] = [];
  for (const { attemptId, memberId } of attempts) {
    const card = await findAttemptCard(ctx, attemptId);
    const member = members.find(({ id }) => id === memberId);
    if (!card || !member) continue;
    const { ratings, evidence, traps } = card.content;
    cards.push({
      member,
      marks: DIMENSIONS.map((dimension) => {
        const rating = ratings[dimension];
        return { dimension, mark: rating?.state === "observed" ? rating.mark : null };
      }),
      evidence,
      traps: traps.map(({ trap }) => trap),
    });
  }
  cards.sort((one, other) => (one.member.name < other.member.name ? -1 : 1));
  const { reference, traps } = answer;
  const marks = cards.flatMap((card) =>
    card.marks.map((mark) => ({ ...mark, reference: reference[mark.dimension].mark })),
  );
  const notes = await listRoundNotes(ctx, roundId);
  return {
    reference: { reference, traps: [...traps] },
    cards,
    order: talkOrder(marks),
    notes: Object.fromEntries(notes.map(({ dimension, body }) => [dimension, body])),
  };
}
