import { z } from "zod";
import { isMarkOf } from "@/lib/domain/scale";
import { contract } from "./contract";
import { REASON_MAX_CHARACTERS } from "./limits";
import { dimension, id, instant, ratingValue, recommendation, text } from "./values";

/** The same shapes as `AmendedChange` in lib/domain, checked. An amendment says something; it never clears. */
export const amendedChange = z
  .discriminatedUnion("field", [
    z.strictObject({ field: z.literal("rating"), dimension, value: ratingValue }),
    z.strictObject({ field: z.literal("recommendation"), value: recommendation }),
  ])
  .refine(
    (change) =>
      change.field !== "rating" ||
      change.value.state !== "observed" ||
      isMarkOf(change.dimension, change.value.mark),
    { path: ["value", "mark"], message: "Not a mark of this dimension" },
  );

export const reason = text
  .trim()
  .min(1, "Write why, in one line")
  .max(REASON_MAX_CHARACTERS, "One line is enough");

/** One later change of a submitted scorecard, with its reason. */
export const amendment = z.object({ id, change: amendedChange, reason, amendedAt: instant });

export const amendScorecardContract = contract({
  name: "amendScorecard",
  method: "POST",
  path: "/scorecards/{scorecardId}/amendments",
  summary:
    "Change your own submitted scorecard, with a reason. The first score is kept; asking again answers the same.",
  input: z.strictObject({
    scorecardId: id,
    /** Made by the browser: the same id twice is the same amendment. */
    amendmentId: id,
    change: amendedChange,
    reason,
  }),
  output: amendment,
});
