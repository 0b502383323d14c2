import type { Context } from "@/db/context";
import type { InputOf } from "@/lib/contracts/contract";
import { type exportRubricContract, RUBRIC_SCHEMA_PATH, rubricFile } from "@/lib/contracts/rubric-versions";
import type { Download } from "../exports/table";
import { requireVersion } from "./versions";

/** A version as a JSON file that names its schema; reading it back in gives the same wording. */
export async function exportRubric(
  ctx: Context,
  { rubricId }: InputOf<typeof exportRubricContract>,
): Promise<Download> {
  const { number, content, weights, fold } = await requireVersion(ctx, rubricId);
  const file = rubricFile.parse({ $schema: RUBRIC_SCHEMA_PATH, plumbline: "rubric", content, weights, fold });
  return {
    fileName: `rubric-${number}.json`,
    type: "application/json; charset=utf-8",
    async *body() {
      yield `${JSON.stringify(file, null, 2)}\n`;
    },
  };
}
