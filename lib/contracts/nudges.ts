import { z } from "zod";
import { contract } from "./contract";
import { id, instant } from "./values";

/** Hours until the same seat may be reminded again. */
export const NUDGE_PAUSE_HOURS = 24;

export const nudgeSeatContract = contract({
  name: "nudgeSeat",
  method: "POST",
  path: "/seats/{seatId}/nudge",
  summary:
    "Reminds an interviewer whose scorecard is missing, on their home page and by mail where the server sends any; at most once a day, audited.",
  input: z.strictObject({ seatId: id }),
  output: z.object({ seatId: id, nudgedAt: instant }),
});
export type Nudge = z.output<typeof nudgeSeatContract.output>;
