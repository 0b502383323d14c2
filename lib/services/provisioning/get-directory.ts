import type { Context } from "@/db/context";
import { listDirectoryGroups, listGroupMembers } from "@/db/queries/directory";
import type { OutputOf } from "@/lib/contracts/contract";
import type { getDirectoryContract } from "@/lib/contracts/directory";
import { requireAdmin } from "../shared/require-role";

/** More groups than an administrator gives a meaning to. */
const GROUPS_MAX = 1_000;

/** The groups that the directory keeps here, for the administrator who says what they mean. */
export async function getDirectory(ctx: Context): Promise<OutputOf<typeof getDirectoryContract>> {
  requireAdmin(ctx);
  const { rows } = await listDirectoryGroups(ctx, {}, { offset: 0, limit: GROUPS_MAX });
  const members = await listGroupMembers(
    ctx,
    rows.map(({ id }) => id),
  );
  return {
    groups: rows.map(({ id, displayName, role }) => ({
      id,
      name: displayName,
      role,
      members: members.filter(({ groupId }) => groupId === id).length,
    })),
  };
}
