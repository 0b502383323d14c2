import { z } from "zod";
import { ADDRESSES } from "./addresses";
import { contract } from "./contract";
import { held } from "./held";
import { id, instant } from "./values";

export const submitScorecardContract = contract({
  ...ADDRESSES.submitScorecard,
  summary: "Submit your own scorecard. Written once; asking again answers the same.",
  input: z.strictObject({
    scorecardId: id,
    /** Nothing is submitted while one of these is not in the ledger: a server that lost its last second says so. */
    held: held.optional(),
  }),
  output: z.object({ scorecardId: id, submittedAt: instant }),
});
