import { type Context, withOrganization } from "@/db/context";
import type { RunningWorld } from "../e2e/world";

/** A verb as one of the demo cast: what somebody does on another screen while this one is looked at. */
export async function actAs<T>(
  world: RunningWorld,
  firstName: string,
  work: (ctx: Context) => Promise<T>,
): Promise<T> {
  const { organization, memberId, name, roles } = await world.castMember(firstName);
  const member = { id: memberId, name, roles };
  return withOrganization(world.database, { organization, member, now: new Date() }, work);
}
