import { and, eq } from "drizzle-orm";
import type { Context } from "../context";
import { imports } from "../schema/index";

/** When this very file was brought in before, and where to; null when it never was. */
export async function findImport(
  ctx: Context,
  sha256: string,
): Promise<{ importedAt: Date; openingId: string | null } | null> {
  const [row] = await ctx.tx
    .select({ importedAt: imports.importedAt, openingId: imports.openingId })
    .from(imports)
    .where(and(eq(imports.organizationId, ctx.organization.id), eq(imports.sha256, sha256)))
    .limit(1);
  return row ?? null;
}
