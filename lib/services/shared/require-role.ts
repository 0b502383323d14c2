import type { Context } from "@/db/context";
import { Problem } from "@/lib/domain/errors";
import {
  mayAdminister,
  mayCompare,
  mayImport,
  mayLeadDebrief,
  maySeePanels,
  type Role,
} from "@/lib/domain/roles";

function requireRole(ctx: Context, may: (roles: readonly Role[]) => boolean, who: string): void {
  if (!may(ctx.member.roles)) throw new Problem("FORBIDDEN", `This is for ${who}`);
}

/** The sign-in behind a call: what is one's own is not for a program with a token. */
export function requirePerson({ session }: Context): { id: string; userId: string } {
  if (!session) throw new Problem("FORBIDDEN", "This is for somebody who is signed in");
  return session;
}

export const requireCompare = (ctx: Context) => requireRole(ctx, mayCompare, "recruiters and leads");
export const requirePanels = (ctx: Context) => requireRole(ctx, maySeePanels, "leads");
export const requireImport = (ctx: Context) =>
  requireRole(ctx, mayImport, "recruiters, leads and administrators");
export const requireAdmin = (ctx: Context) => requireRole(ctx, mayAdminister, "administrators");
export const requireDebriefLead = (ctx: Context) => requireRole(ctx, mayLeadDebrief, "leads");
