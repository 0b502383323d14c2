import type { Context } from "@/db/context";
import type { InputOf } from "@/lib/contracts/contract";
import {
  IMPORT_PROBLEMS_SHOWN,
  type ImportPreview,
  type previewImportContract,
} from "@/lib/contracts/imports";
import { requireImport } from "../shared/require-role";
import { makePlan } from "./make-plan";
import { previewOf } from "./plan";

/** Says what a file would do, line by line where it cannot. Writes nothing. */
export async function previewImport(
  ctx: Context,
  input: InputOf<typeof previewImportContract>,
): Promise<ImportPreview> {
  requireImport(ctx);
  return previewOf(await makePlan(ctx, input), IMPORT_PROBLEMS_SHOWN);
}
