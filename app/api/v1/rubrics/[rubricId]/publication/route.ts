import { publishRubricDraftContract } from "@/lib/contracts/rubric-versions";
import { route } from "@/lib/server/route";
import { publishRubricDraft } from "@/lib/services/rubrics/publish-rubric-draft";

export const POST = route(publishRubricDraftContract, publishRubricDraft);
