import type { Context } from "@/db/context";
import type { Me } from "@/lib/contracts/members";

/** Who is asking, as read in this very transaction. */
export async function getMe({ member, organization }: Context): Promise<Me> {
  return { memberId: member.id, name: member.name, roles: [...member.roles], organization };
}
