import { createHash } from "node:crypto";
import type { Context } from "@/db/context";
import { findImport } from "@/db/queries/imports";
import { listSubmittedScorecards } from "@/db/queries/scorecards";
import type { InputOf } from "@/lib/contracts/contract";
import type { previewImportContract } from "@/lib/contracts/imports";
import { currentRubric } from "../shared/candidate-rows";
import { type ImportFile, readFile } from "./file";
import { emptyPlan, type ImportPlan } from "./plan";
import { planInterviews } from "./plan-interviews";
import { planRatings } from "./plan-ratings";
import { readPresent } from "./present";

/** Reads the file against what is there. The preview shows this plan; the import carries out the very same one. */
export async function makePlan(
  ctx: Context,
  input: InputOf<typeof previewImportContract>,
): Promise<ImportPlan> {
  const file = readFile(input.csv);
  const before = await findImport(ctx, fingerprintOf(input));
  if (before) return broughtInBefore(file, before);
  const titles = new Set(file.rows.map((row) => row.opening || input.openingTitle || "").filter(Boolean));
  const present = await readPresent(ctx, [...titles]);
  if (file.kind !== "ratings") return planInterviews(file, input.openingTitle, present);
  const rubric = await currentRubric(ctx);
  const submitted = await submittedRatings(ctx, present.interviewIds);
  return planRatings(file, input.openingTitle, rubric.content, present, submitted, ctx.now);
}

/** A file and the opening it goes to: what makes a second import the same one. */
export function fingerprintOf({ openingTitle = "", csv }: InputOf<typeof previewImportContract>): string {
  return createHash("sha256")
    .update(JSON.stringify([openingTitle, csv]))
    .digest("hex");
}

/** Nothing is compared again: whoever brings it in may not even see what the first time brought. */
function broughtInBefore(
  { kind, rows, notes }: ImportFile,
  { importedAt, openingId }: { importedAt: Date; openingId: string | null },
): ImportPlan {
  const note = `This very file was brought in on ${importedAt.toISOString().slice(0, 10)}.`;
  return { ...emptyPlan(kind, rows.length), unchanged: rows.length, notes: [...notes, note], openingId };
}

async function submittedRatings(ctx: Context, interviewIds: readonly string[]) {
  const cards = await listSubmittedScorecards(ctx, interviewIds);
  const byAuthor = new Map(
    cards.map((card) => [`${card.interviewId} ${card.author.id}`, card.content.ratings]),
  );
  return (interviewId: string, memberId: string) => byAuthor.get(`${interviewId} ${memberId}`) ?? null;
}
