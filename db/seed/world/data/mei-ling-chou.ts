import { type DemoCandidate, submitted } from "../types";

/** Dropped winter weeks as outliers from a staffing model. Two heard excuses, two heard guilt. */
export const MEI_LING_CHOU: DemoCandidate = {
  name: "Mei-Ling Chou",
  email: "meiling.chou@mail.example",
  daysAgo: 4,
  story: {
    facts: {
      kind: "judgement",
      shape: "one-decision",
      noticedBy: "self",
      toldBefore: "no",
      voice: "i",
      fixKind: "question",
      bridge: "no",
      timeToNotice: { amount: 5, unit: "weeks" },
      timeToTell: { amount: 3, unit: "days" },
      cost: { amount: 11, unit: "percent" },
    },
    pace: [22, 10, 37, 25, 36, 0],
    probes: ["calibration"],
  },
  panel: {
    ada: submitted([3, 3, 3, 3, 2], "no", "medium", {
      ownership: "Hers, said late: three minutes of method first.",
      calibration:
        "“I should not be trusted with a model.” Had to be led back to the question, and then again.",
    }),
    elif: submitted([3, 4, 2, 3, -1], "no-decision", "medium", {
      noticing: "Forecast and roster drifted apart; she found the dropped weeks and told planning that week.",
      calibration:
        "Every textbook says trim outliers, she says. When I asked about her own choice: “too much, yes.”",
    }),
    farid: submitted([4, 3, 4, 3, 0], "yes", "high", {
      consequence: "11 percent short on winter shifts in two regions; agency staff covered it.",
      calibration: "Thoughtful, a careful speaker. I would not read more into the pauses.",
    }),
    noor: submitted([3, 4, 2, 3, -2], "no", "medium", {
      consequence: "“Planning had to adapt somewhat.” Which is planning’s view, she added.",
      calibration:
        "Method’s fault, then the data’s, then planning “should have seen it”. Same again on the probe.",
    }),
    hugo: submitted([4, 3, 2, 3, 1], "no-decision", "low", {
      ownership: "“I threw winter away.” Good line, and meant.",
      calibration: "Two apologies more than needed; hands round the cup all the time. Finished, though.",
    }),
  },
};
