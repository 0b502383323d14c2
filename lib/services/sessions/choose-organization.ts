import { asIdentity, inOrganization } from "@/db/acting-as";
import type { Context } from "@/db/context";
import { listMembershipsOf } from "@/db/queries/cast";
import { audit } from "@/db/writes/audit";
import { moveSession } from "@/db/writes/sessions";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { chooseOrganizationContract } from "@/lib/contracts/sessions";
import { Problem } from "@/lib/domain/errors";
import { requirePerson } from "../shared/require-role";

/**
 * Takes one's session to another organisation of one's own. Each of the two hears of its own part, as of a sign-in and a
 * sign-out, and neither which the other is.
 */
export async function chooseOrganization(
  ctx: Context,
  { organizationId }: InputOf<typeof chooseOrganizationContract>,
): Promise<OutputOf<typeof chooseOrganizationContract>> {
  const session = requirePerson(ctx);
  if (organizationId === ctx.organization.id) return { organizationId };
  const mine = await asIdentity(ctx, (tx) => listMembershipsOf(tx, session.userId));
  const there = mine.find(({ organization }) => organization.id === organizationId);
  if (!there) throw new Problem("NOT_FOUND", "You are a member of no such organisation");
  const { organization, memberId, name, roles } = there;
  await moveSession(ctx, session.id, organizationId);
  const deed = { subjectKind: "member", detail: { how: "switch" } };
  await audit(ctx, { action: "session.end", subjectId: ctx.member.id, ...deed });
  await inOrganization(ctx, { organization, member: { id: memberId, name, roles } }, (other) =>
    audit(other, { action: "session.start", subjectId: memberId, ...deed }),
  );
  return { organizationId };
}
