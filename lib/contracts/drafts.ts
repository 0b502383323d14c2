import { z } from "zod";
import { contract } from "./contract";
import { id } from "./values";

export const openDraftContract = contract({
  name: "openDraft",
  method: "POST",
  path: "/scorecards/{scorecardId}/draft-key",
  summary: "The key your browser encrypts this scorecard's unsaved changes with. The same until you submit.",
  input: z.strictObject({ scorecardId: id }),
  output: z.object({ key: z.base64() }),
});
