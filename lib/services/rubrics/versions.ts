import type { Context } from "@/db/context";
import { listRubrics, type RubricRecord } from "@/db/queries/rubrics";
import type { ListedRubric } from "@/lib/contracts/rubric-versions";
import { Problem } from "@/lib/domain/errors";
import { maySeePanels } from "@/lib/domain/roles";

type Listed = RubricRecord & { interviews: number };

/** Every version the member may read, newest first: an unpublished wording is the leads' own affair. */
export async function readableVersions(ctx: Context): Promise<Listed[]> {
  const all = await listRubrics(ctx);
  return maySeePanels(ctx.member.roles) ? all : all.filter(({ state }) => state !== "draft");
}

export async function requireVersion(ctx: Context, rubricId: string): Promise<Listed> {
  const version = (await readableVersions(ctx)).find(({ id }) => id === rubricId);
  if (!version) throw new Problem("NOT_FOUND", "There is no such rubric version");
  return version;
}

/** A draft of this id, or in words why it cannot be edited. */
export async function requireDraft(ctx: Context, rubricId: string): Promise<Listed> {
  const version = await requireVersion(ctx, rubricId);
  if (version.state !== "draft")
    throw new Problem("CONFLICT", `Rubric ${version.number} is published; begin a new draft to change it`);
  return version;
}

/** Two leads had the draft open, and the other one saved first: nothing is overwritten. */
export function staleDraft(): Problem {
  return new Problem(
    "CONFLICT",
    "Somebody else saved this draft since you opened it; open it again to see theirs",
  );
}

export function listedView(version: Listed): ListedRubric {
  return { ...version, publishedAt: version.publishedAt?.toISOString() ?? null };
}
