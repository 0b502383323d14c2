import type { Context } from "@/db/context";
import { listDirectoryGroups, listGroupMembers } from "@/db/queries/directory";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { listGroupsContract } from "@/lib/contracts/provisioning";
import { listed, matchOf, pageOf, wanted } from "./asked";
import { requireDirectory } from "./directory";
import { groupOut } from "./groups";
import type { SeenFrom } from "./seen-from";

/** The groups that the directory keeps here, a page at a time. */
export async function listGroups(
  ctx: Context,
  input: InputOf<typeof listGroupsContract>,
  seenFrom: SeenFrom,
): Promise<OutputOf<typeof listGroupsContract>> {
  requireDirectory(ctx);
  const { first, page } = pageOf(input);
  const [match, attributes] = [
    await matchOf(input, ["displayName", "externalId", "id"]),
    await wanted(input),
  ];
  const { rows, total } = match ? await listDirectoryGroups(ctx, match, page) : { rows: [], total: 0 };
  const members = await listGroupMembers(
    ctx,
    rows.map(({ id }) => id),
  );
  const resources = rows.map((group) =>
    groupOut(
      group,
      members.flatMap(({ groupId, memberId }) => (groupId === group.id ? [memberId] : [])),
      seenFrom,
      attributes,
    ),
  );
  return listed(resources, total, first);
}
