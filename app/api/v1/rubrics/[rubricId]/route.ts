import { changeRubricDraftContract, discardRubricDraftContract } from "@/lib/contracts/rubric-versions";
import { route } from "@/lib/server/route";
import { changeRubricDraft } from "@/lib/services/rubrics/change-rubric-draft";
import { discardRubricDraft } from "@/lib/services/rubrics/discard-rubric-draft";

export const PUT = route(changeRubricDraftContract, changeRubricDraft);
export const DELETE = route(discardRubricDraftContract, discardRubricDraft);
