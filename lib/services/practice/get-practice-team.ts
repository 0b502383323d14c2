import type { Context } from "@/db/context";
import { listMembers } from "@/db/queries/members";
import { listAttemptMarks, listAttempts } from "@/db/queries/practice";
import type { PracticeTeam } from "@/lib/contracts/practice";
import { readinessOf } from "@/lib/domain/practice";
import { currentRubric } from "../shared/candidate-rows";
import { groupBy } from "../shared/group-by";
import { requirePanels } from "../shared/require-role";
import { countedAttempts, readinessRule, sameWording } from "./standing";

/** Everybody who interviews or has practised, by name and never by rank. Each sees their own figures first. */
export async function getPracticeTeam(ctx: Context): Promise<PracticeTeam> {
  requirePanels(ctx);
  const rubric = await currentRubric(ctx);
  const attempts = await listAttempts(ctx, null);
  const marks = await listAttemptMarks(ctx, null);
  const wording = await sameWording(ctx, attempts, rubric);
  const rule = await readinessRule(ctx);
  const byMember = groupBy(attempts, ({ memberId }) => memberId);
  const members = (await listMembers(ctx)).filter(
    ({ id, roles, deactivatedAt }) => !deactivatedAt && (roles.includes("interviewer") || byMember.has(id)),
  );
  return {
    members: members.map(({ id, name }) => {
      const own = byMember.get(id) ?? [];
      const counted = countedAttempts(own, marks, wording, () => "");
      return {
        member: { id, name },
        readiness: readinessOf(counted, rule),
        lastAt: counted.at(-1)?.attemptedAt ?? null,
      };
    }),
    rule,
    rubricNumber: rubric.number,
  };
}
