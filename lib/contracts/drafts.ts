import { z } from "zod";
import { ADDRESSES } from "./addresses";
import { contract } from "./contract";
import { id } from "./values";

export const openDraftContract = contract({
  ...ADDRESSES.openDraft,
  summary: "The key your browser encrypts this scorecard's unsaved changes with. The same until you submit.",
  input: z.strictObject({ scorecardId: id }),
  output: z.object({ key: z.base64() }),
});
