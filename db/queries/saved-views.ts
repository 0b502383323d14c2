import { and, desc, eq } from "drizzle-orm";
import type { Context } from "../context";
import { savedViews } from "../schema/index";

export interface SavedView {
  name: string;
  /** The query of the list's address, without opening, search or choice. */
  query: string;
}

/** One's own, the newest first. */
export function listOwnViews({ tx, organization, member }: Context): Promise<SavedView[]> {
  return tx
    .select({ name: savedViews.name, query: savedViews.query })
    .from(savedViews)
    .where(and(eq(savedViews.organizationId, organization.id), eq(savedViews.memberId, member.id)))
    .orderBy(desc(savedViews.savedAt), savedViews.name);
}
