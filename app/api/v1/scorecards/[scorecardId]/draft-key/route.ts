import { openDraftContract } from "@/lib/contracts/drafts";
import { route } from "@/lib/server/route";
import { openDraft } from "@/lib/services/scorecards/open-draft";

export const POST = route(openDraftContract, openDraft);
