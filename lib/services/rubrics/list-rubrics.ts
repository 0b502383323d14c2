import type { Context } from "@/db/context";
import type { RubricList } from "@/lib/contracts/rubric-versions";
import { maySeePanels } from "@/lib/domain/roles";
import { currentRubric } from "../shared/candidate-rows";
import { listedView, readableVersions } from "./versions";

/** Every version with how many interviews stand on it. */
export async function listRubrics(ctx: Context): Promise<RubricList> {
  const { id } = await currentRubric(ctx);
  return {
    versions: (await readableVersions(ctx)).map(listedView),
    currentId: id,
    mayEdit: maySeePanels(ctx.member.roles),
  };
}
