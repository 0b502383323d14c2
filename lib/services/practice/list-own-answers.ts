import type { Context } from "@/db/context";
import {
  listProposals,
  listProposers,
  listReferences,
  listOwnAnswers as records,
} from "@/db/queries/practice";
import { rubricsById } from "@/db/queries/rubrics";
import type { OutputOf } from "@/lib/contracts/contract";
import type { listOwnAnswersContract, OwnAnswer } from "@/lib/contracts/practice";
import { changedAnchors } from "@/lib/domain/practice";
import type { Reference } from "@/lib/domain/practice-answer";
import { currentRubric } from "../shared/candidate-rows";
import { requirePanels } from "../shared/require-role";
import { rubricView } from "../shared/views";
import { PROPOSERS_NEEDED } from "./own-answers";

/** The organisation's own answers. What another lead set alone is here only once your own is in. */
export async function listOwnAnswers(ctx: Context): Promise<OutputOf<typeof listOwnAnswersContract>> {
  requirePanels(ctx);
  const proposers = await listProposers(ctx);
  const proposals = await listProposals(ctx);
  const references = await listReferences(ctx);
  const current = await currentRubric(ctx);
  const wordings = await rubricsById(
    ctx,
    references.flatMap(({ rubricVersionId }) => rubricVersionId ?? []),
  );
  const answers = (await records(ctx)).map(({ id, title, role, field, work, spoken }): OwnAnswer => {
    const here = proposers.flatMap((one) => (one.answerId === id ? [one.member] : []));
    const mine = here.some((member) => member.id === ctx.member.id);
    const newest = references.find(({ answerId }) => answerId === id);
    const agreedOn = newest?.agreedBy ? wordings.get(newest.rubricVersionId ?? "") : undefined;
    const enough = here.length >= PROPOSERS_NEEDED;
    const person = (memberId: string) =>
      here.find((member) => member.id === memberId) ?? { id: memberId, name: "" };
    return {
      answerId: id,
      title,
      role,
      field,
      work,
      spoken,
      standing: newest?.agreedBy ? "agreed" : enough ? "waits-for-agreement" : "waits-for-leads",
      proposers: here,
      proposals: mine
        ? proposals
            .filter(({ answerId }) => answerId === id)
            .map(({ memberId, reference }) => ({ member: person(memberId), reference: plain(reference) }))
        : [],
      draft: mine && newest ? { by: person(newest.draftedBy), reference: plain(newest.reference) } : null,
      changedAnchors: agreedOn ? changedAnchors(agreedOn.content, current.content) : [],
      mayPropose: !mine,
      mayAgree:
        mine && enough && newest !== undefined && !newest.agreedBy && newest.draftedBy !== ctx.member.id,
    };
  });
  return { answers, rubric: rubricView(current) };
}

const plain = ({ reference, traps }: Reference) => ({ reference, traps: [...traps] });
