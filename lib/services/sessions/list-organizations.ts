import { asIdentity } from "@/db/acting-as";
import type { Context } from "@/db/context";
import { listMembershipsOf } from "@/db/queries/cast";
import type { OutputOf } from "@/lib/contracts/contract";
import type { listOrganizationsContract } from "@/lib/contracts/sessions";
import { requirePerson } from "../shared/require-role";

/** The organisations that one is a member of, the first joined first. */
export async function listOrganizations(ctx: Context): Promise<OutputOf<typeof listOrganizationsContract>> {
  const { userId } = requirePerson(ctx);
  const mine = await asIdentity(ctx, (tx) => listMembershipsOf(tx, userId));
  return {
    organizations: mine.map(({ organization: { id, name } }) => ({
      id,
      name,
      here: id === ctx.organization.id,
    })),
  };
}
