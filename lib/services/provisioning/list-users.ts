import type { Context } from "@/db/context";
import { listDirectoryUsers, listGroupsOf } from "@/db/queries/directory";
import type { InputOf, OutputOf } from "@/lib/contracts/contract";
import type { listUsersContract } from "@/lib/contracts/provisioning";
import { listed, matchOf, pageOf, wanted } from "./asked";
import { requireDirectory } from "./directory";
import type { SeenFrom } from "./seen-from";
import { userOut } from "./user-form";

/** Who may sign in here, a page at a time. */
export async function listUsers(
  ctx: Context,
  input: InputOf<typeof listUsersContract>,
  seenFrom: SeenFrom,
): Promise<OutputOf<typeof listUsersContract>> {
  requireDirectory(ctx);
  const { first, page } = pageOf(input);
  const [match, attributes] = [await matchOf(input, ["userName", "externalId", "id"]), await wanted(input)];
  const { rows, total } = match ? await listDirectoryUsers(ctx, match, page) : { rows: [], total: 0 };
  const groups = await listGroupsOf(
    ctx,
    rows.map(({ id }) => id),
  );
  const resources = rows.map((user) =>
    userOut(
      user,
      groups.filter(({ memberId }) => memberId === user.id),
      seenFrom,
      attributes,
    ),
  );
  return listed(resources, total, first);
}
