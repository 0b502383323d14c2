import type { Context } from "@/db/context";
import type { RubricVersion } from "@/lib/contracts/rubric";
import { currentRubric } from "../shared/candidate-rows";
import { rubricView } from "../shared/views";

/** The published rubric version that new interviews use. */
export async function getRubric(ctx: Context): Promise<RubricVersion> {
  return rubricView(await currentRubric(ctx));
}
