import { type DemoCandidate, submitted, UNTOUCHED } from "../types";

/** Counted everybody, not only the exposed, in an A/B test; the feature was nearly rolled out on it. */
export const BRUNO_TEIXEIRA: DemoCandidate = {
  name: "Bruno Teixeira",
  email: "bruno.teixeira@mail.example",
  daysAgo: 8,
  story: {
    facts: {
      kind: "recoverable",
      shape: "one-decision",
      noticedBy: "self",
      toldBefore: "yes",
      voice: "i",
      fixKind: "check",
      bridge: "no",
      timeToNotice: { amount: 3, unit: "days" },
      timeToTell: { amount: 2, unit: "hours" },
      cost: { amount: 3, unit: "days" },
    },
    pace: [14, 7, 28, 30, 23, 0],
    probes: [],
  },
  panel: {
    chidi: submitted([5, 3, 3, 3, 1], "yes", "medium", {
      ownership: "“I divided by everybody. Wrong denominator, my query.” First thing out of his mouth.",
      calibration: "Said sorry to the product team again in the telling. Then steady.",
    }),
    elif: submitted([4, 4, 3, 4, 0], "yes", "high", {
      noticing:
        "Effect looked too small for what users said; re-read the query, told the PM before the decision meeting.",
      fix: "Exposure count is a required column in the read-out template; the sheet stays red without it.",
    }),
    farid: submitted([5, 4, 4, 3, 0], "strong-yes", "high", {
      ownership: "Straight to it, and he drew the two denominators for me.",
      consequence: "Three days of a roll-out plan thrown away, one PM’s week. Nobody outside.",
    }),
    hugo: UNTOUCHED,
  },
};
